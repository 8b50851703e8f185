import type { IncomingMessage } from 'node:http';
import { HttpRefusal } from './httpAnswer';
import { inWords } from './limits';

/** The body of a request as JSON. What is left of a body that is too large is thrown away unread. */
export async function readJson(req: IncomingMessage, limit: number): Promise<Record<string, unknown>> {
  const bytes = await readBytes(req, limit);
  const body = parsed(bytes);
  if (Array.isArray(body)) throw new HttpRefusal(400, 'http.batch', 'Send one operation in a request: batches are not taken.');
  if (typeof body !== 'object' || body === null) throw new HttpRefusal(400, 'http.json', 'The body must be a JSON object.');
  return body as Record<string, unknown>;
}

function readBytes(req: IncomingMessage, limit: number): Promise<Buffer> {
  if (Number(req.headers['content-length'] ?? 0) > limit) throw tooLarge(limit);
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let length = 0;
    const onData = (chunk: Buffer) => {
      length += chunk.length;
      if (length <= limit) return void chunks.push(chunk);
      req.off('data', onData);
      req.resume();
      reject(tooLarge(limit));
    };
    req.on('data', onData);
    req.once('end', () => resolve(Buffer.concat(chunks)));
    req.once('close', () => reject(new HttpRefusal(400, 'http.body', 'The body ended before it was complete.')));
    req.once('error', () => reject(new HttpRefusal(400, 'http.body', 'The body could not be read.')));
  });
}

function parsed(bytes: Buffer): unknown {
  try {
    // A fatal decoder, because replacement characters would be kept as if they had been written.
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    throw new HttpRefusal(400, 'http.json', 'The body is not JSON in UTF-8.');
  }
}

const tooLarge = (limit: number): HttpRefusal =>
  new HttpRefusal(413, 'limit.bodyBytes', `The body is too large: the limit is ${inWords(limit)} bytes.`);
