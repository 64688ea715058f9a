import { createServer, type AddressInfo } from 'node:net';

/** The port that was wished for where nobody holds it, else one that is free. */
export async function freePort(host: string, wished: number): Promise<number> {
  return (await portOf(host, wished)) ?? (await portOf(host, 0)) ?? 0;
}

/** The port that listening gives, or undefined where that port is taken. */
function portOf(host: string, port: number): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE') resolve(undefined);
      else reject(error);
    });
    probe.listen(port, host, () => {
      const address: AddressInfo | string | null = probe.address();
      probe.close(() => resolve(typeof address === 'object' ? address?.port : undefined));
    });
  });
}
