import { once } from 'node:events';
import { Worker } from 'node:worker_threads';

/** A drawing as text, and how many device pixels each of its pixels becomes. */
export interface Drawing {
  readonly svg: string;
  readonly zoom: number;
}

// A worker compiles nothing, so that its program is plain JavaScript: the same from dist and under jest.
const PROGRAM = `
  const { readFileSync } = require('node:fs');
  const { parentPort, workerData } = require('node:worker_threads');
  const { initWasm, Resvg } = require(workerData.resvg);
  const engine = initWasm(readFileSync(workerData.wasm));
  const font = {
    fontBuffers: workerData.fonts.map((file) => readFileSync(file)),
    defaultFontFamily: 'Roboto',
    sansSerifFamily: 'Roboto',
    loadSystemFonts: false,
  };
  parentPort.on('message', async ({ svg, zoom }) => {
    await engine;
    const resvg = new Resvg(svg, { background: '#ffffff', fitTo: { mode: 'zoom', value: zoom }, font });
    const image = resvg.render();
    const png = image.asPng();
    // WebAssembly memory is not collected by itself.
    image.free();
    resvg.free();
    parentPort.postMessage(png, [png.buffer]);
  });
`;

const ROBOTO = '@expo-google-fonts/roboto';

function start(): Worker {
  const fonts = [`${ROBOTO}/400Regular/Roboto_400Regular.ttf`, `${ROBOTO}/700Bold/Roboto_700Bold.ttf`];
  const workerData = {
    resvg: require.resolve('@resvg/resvg-wasm'),
    wasm: require.resolve('@resvg/resvg-wasm/index_bg.wasm'),
    fonts: fonts.map((file) => require.resolve(file)),
  };
  return new Worker(PROGRAM, { eval: true, workerData });
}

/** Started at the first picture: a service that draws none has no such thread. */
let worker: Worker | undefined;

/** Draws in a thread of its own. One drawing at a time: the caller sees to that. */
export async function drawInWorker(drawing: Drawing): Promise<Buffer> {
  worker ??= start();
  try {
    return await answerOf(worker, drawing);
  } catch (error) {
    // After a failure the engine may be in any state, so that the next picture gets a new one.
    void worker.terminate();
    worker = undefined;
    throw error;
  }
}

/** While it draws it keeps the process alive, and not afterwards. */
async function answerOf(drawer: Worker, drawing: Drawing): Promise<Buffer> {
  drawer.ref();
  try {
    const answer = once(drawer, 'message') as Promise<[Uint8Array]>;
    drawer.postMessage(drawing);
    const [png] = await answer;
    return Buffer.from(png.buffer, png.byteOffset, png.byteLength);
  } finally {
    drawer.unref();
  }
}
