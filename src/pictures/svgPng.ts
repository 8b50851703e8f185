import { initWasm, Resvg } from '@resvg/resvg-wasm';
import { readFileSync } from 'node:fs';

/** Read once, at the first picture: a service that draws none does not wait for them. */
let drawing: Promise<readonly Uint8Array[]> | undefined;

const BOLD = '@expo-google-fonts/roboto/700Bold/Roboto_700Bold.ttf';
const REGULAR = '@expo-google-fonts/roboto/400Regular/Roboto_400Regular.ttf';

/** One of our drawings as a PNG on white, `scale` device pixels for each CSS pixel (at most 4). */
export async function svgPng(svg: string, scale: number): Promise<Buffer> {
  drawing ??= ready();
  const fontBuffers = [...(await drawing)];
  const zoom = Number.isFinite(scale) ? Math.min(4, Math.max(0.05, scale)) : 2;
  const resvg = new Resvg(svg, {
    background: '#ffffff',
    fitTo: { mode: 'zoom', value: zoom },
    font: { fontBuffers, defaultFontFamily: 'Roboto', sansSerifFamily: 'Roboto', loadSystemFonts: false },
  });
  const image = resvg.render();
  const bytes = Buffer.from(image.asPng());
  // WebAssembly memory is not collected by itself.
  image.free();
  resvg.free();
  return bytes;
}

async function ready(): Promise<readonly Uint8Array[]> {
  await initWasm(readFileSync(require.resolve('@resvg/resvg-wasm/index_bg.wasm')));
  return [REGULAR, BOLD].map((font) => readFileSync(require.resolve(font)));
}
