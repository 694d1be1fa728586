/** `docs/configuration.md`, rendered from the table of settings so that the two never differ. */
import { configFileName, settings, type Setting } from './config.ts';

export function renderConfiguration(): string {
  return `# Cấu hình · Configuration

Mỗi mục đặt bằng biến môi trường, hoặc bằng khóa tương ứng trong tệp \`${configFileName}\` ở thư mục dữ liệu (hay tệp mà \`SATCOSO_CONFIG\` chỉ tới). Biến môi trường được ưu tiên. Khóa lạ trong tệp bị từ chối.

Each setting is given by its environment variable, or by its key in the file \`${configFileName}\` in the data folder (or the file that \`SATCOSO_CONFIG\` names). The environment goes first. Unknown keys in the file are refused.

| Biến · Variable | Khóa · Key | Mặc định · Default | Ý nghĩa · Meaning |
| --- | --- | --- | --- |
${Object.entries(settings).map(row).join('\n')}

\`\`\`json
{ "port": 4000, "publicOrigin": "https://satcoso.tinh.example", "secureCookies": true }
\`\`\`
`;
}

function row([key, { env, usual, meaning }]: [string, Setting]): string {
  return `| \`${env}\` | \`${key}\` | ${usual === undefined ? '–' : `\`${usual}\``} | ${meaning.vi}<br>${meaning.en} |`;
}
