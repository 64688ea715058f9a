let t=performance.now();
for (const n of ['reflect-metadata','rxjs','@nestjs/common','@nestjs/core','fastify','@nestjs/platform-fastify','@nestjs/swagger','typeorm','bullmq','ioredis','nodemailer','exceljs','prom-client','otplib','@node-rs/argon2','chinese-days','better-sqlite3','pg','pg-copy-streams','#rulebook','#contracts','#application','#persistence','#queue','#report']) { await import(n); const u=performance.now(); console.log(n,(u-t).toFixed(0)); t=u; }
console.log('total',t.toFixed(0));
