import type { Marking } from '../packThread.rules';

export const markingInWords: Readonly<Record<Marking, string>> = {
  OFFICIAL: 'OFFICIAL',
  OFFICIAL_SENSITIVE: 'OFFICIAL-SENSITIVE',
};

/** Dark on white, at least 7 to 1; colours of ratings only beside their words. */
const SCREEN = [
  'body{margin:0 auto;padding:16px;max-width:960px;color:#212b32;background:#ffffff;font:16px/1.5 Roboto,Arial,sans-serif}',
  'h1{font-size:28px;line-height:1.2;margin:8px 0}h2{font-size:22px;margin:40px 0 8px;border-top:2px solid #212b32;padding-top:8px}',
  'h3{font-size:18px;margin:24px 0 4px}h4{font-size:16px;margin:16px 0 4px}p{margin:4px 0 8px}ul{margin:4px 0;padding-left:24px}',
  'a{color:#004a95}a:focus{outline:3px solid #212b32;outline-offset:2px}nav ul{columns:2}',
  'table{width:100%;margin:8px 0 16px;border-collapse:collapse;font-size:14px}caption{text-align:left;font-weight:700;padding:4px 0}',
  'th,td{padding:4px 12px 4px 0;text-align:left;border-bottom:1px solid #a8b2b9;vertical-align:top;overflow-wrap:anywhere}',
  'tbody th{font-weight:400}.marking{font-weight:700;letter-spacing:.05em}.draft{border:3px solid #212b32;padding:8px;font-weight:700}',
  '.rating{border-left:8px solid;padding-left:6px}.RED{border-color:#b10e1e}.AMBER{border-color:#c25700}.GREEN{border-color:#006435}',
  '.BLUE{border-color:#004a95}.GREY{border-color:#5b6770}.chart{margin:0}.chart svg{display:block;max-width:100%;height:auto}',
  'code{font:13px/1.4 "Roboto Mono",monospace;overflow-wrap:anywhere}',
].join('');

/** On paper each part begins a page, and what belongs together stays together. */
const PAPER = [
  '@media print{body{max-width:none;padding:0;font-size:10.5pt}nav{display:none}a{color:inherit;text-decoration:none}',
  'section{break-before:page}section:first-of-type{break-before:auto}h2{margin-top:0}h2,h3,h4,caption{break-after:avoid}',
  'tr,figure svg,li{break-inside:avoid}thead{display:table-header-group}table{font-size:9pt}',
  '#exceptions table{table-layout:fixed;line-height:1.3}#exceptions thead th:first-child{width:40%}',
  '#exceptions thead th:last-child{width:17%}}',
].join('');

/** How it is to be handled, which pack it is and the page stand on every sheet. Nothing in it comes from what people typed. */
export function styleOf(marking: Marking, name: string): string {
  const words = markingInWords[marking];
  const boxes = [
    `@top-center{content:"${words}";font-weight:700}`,
    `@bottom-left{content:"${name}"}@bottom-center{content:"${words}";font-weight:700}`,
    '@bottom-right{content:"Page " counter(page) " of " counter(pages)}',
  ];
  return `${SCREEN}${PAPER}@page{size:A4;margin:20mm 15mm;${boxes.join('')}}`;
}
