# One image for server, worker and the command line; compose.yaml says which of them it is.
FROM node:22-slim AS build
# What better-sqlite3 compiles with where its binary cannot be had.
RUN apt-get update -qq \
 && apt-get install -y -qq --no-install-recommends python3 make g++ \
 && rm -rf /var/lib/apt/lists/*
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm install --no-save --loglevel error
COPY tsconfig.json tsconfig.build.json ./
COPY apps apps
COPY libs libs
COPY config config
COPY test test
RUN node config/ready.mjs \
 && npm prune --omit=dev --no-save --loglevel error \
 && rm -rf dist/test

FROM node:22-slim
ENV NODE_ENV=production HOST=0.0.0.0 PORT=3000 DATA_DIR=/data
WORKDIR /app
COPY --from=build /app/package.json ./
COPY --from=build /app/node_modules node_modules
COPY --from=build /app/dist dist
RUN mkdir /data && chown node:node /data
USER node
VOLUME /data
EXPOSE 3000
HEALTHCHECK --interval=10s --timeout=5s --start-period=30s \
  CMD ["node", "-e", "fetch('http://127.0.0.1:3000/health/ready').then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "dist/bundled/apps/server/src/main.js"]
