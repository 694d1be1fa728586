/** The forms in which the same list or figure can be taken along. Each is an address of the server or a file made here. */
import { Button, Menu } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useText } from './language.tsx';
import { uiMessages } from './ui.messages.ts';

export interface Download {
  readonly label: string;
  /** A file of the server … */
  readonly href?: string;
  /** … or one made here. */
  readonly make?: () => { readonly name: string; readonly content: Blob };
}

export function DownloadMenu({ downloads, label }: { readonly downloads: readonly Download[]; readonly label?: string }) {
  const { t } = useText();
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button variant="subtle" color="ink" leftSection={<IconDownload size={18} aria-hidden />}>{label ?? t(uiMessages.download)}</Button>
      </Menu.Target>
      <Menu.Dropdown>
        {downloads.map((download) =>
          download.href === undefined
            ? <Menu.Item key={download.label} onClick={() => saveMade(download)}>{download.label}</Menu.Item>
            : <Menu.Item key={download.label} component="a" href={download.href} download>{download.label}</Menu.Item>,
        )}
      </Menu.Dropdown>
    </Menu>
  );
}

function saveMade({ make }: Download): void {
  if (make) saveFile(make());
}

export function saveFile({ name, content }: { name: string; content: Blob }): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(content);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 1000);
}
