/** A bare Node server with one file in memory: the limit of a first page and of a start. */
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';

const file = process.env['BENCH_STATIC'];
const body = file ? readFileSync(file) : Buffer.from('ready');

createServer((_request, response) => {
  response.writeHead(200, { 'content-type': 'text/html', 'content-length': body.length }).end(body);
}).listen(Number(process.env['PORT']), '127.0.0.1');

process.once('SIGTERM', () => process.exit(0));
