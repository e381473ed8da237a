import { button, confirmOn } from './button';
import type { Context } from './context';
import { h } from './dom';
import { highlight } from './highlight';

export interface Code {
  /** As written behind the fence, or a VS Code language id. */
  language: string;
  /** What it ran with: "PySpark 4.3". */
  title?: string;
  code: string;
  /** The snippet that is inserted in place of the text. */
  snippet?: { id: string; text: string };
}

const names = new Map(
  Object.entries({
    bash: 'Shell',
    sh: 'Shell',
    shell: 'Shell',
    shellscript: 'Shell',
    python: 'Python',
    py: 'Python',
    sql: 'SQL',
    'jinja-sql': 'SQL with Jinja',
    yaml: 'YAML',
    yml: 'YAML',
    json: 'JSON',
    toml: 'TOML',
    ini: 'INI',
    properties: 'Properties',
    scala: 'Scala',
    java: 'Java',
    javascript: 'JavaScript',
    typescript: 'TypeScript',
    dockerfile: 'Dockerfile',
    hcl: 'HCL',
    terraform: 'Terraform',
    xml: 'XML',
    csv: 'CSV',
    text: '',
    plaintext: '',
  }),
);

/** Code under a line that says what it is and ran with, and that copies and inserts it. */
export function codeBlock(code: Code, context: Context): HTMLElement {
  const label = [names.get(code.language.toLowerCase()) ?? code.language, code.title].filter(Boolean).join(' · ');
  const pre = h('pre', { tabindex: '0', role: 'region', 'aria-label': label ? `Code: ${label}` : 'Code' });
  pre.append(h('code', {}, ...highlight(code.code, code.language)));
  return h(
    'div',
    { class: 'code' },
    h(
      'div',
      { class: 'code-head' },
      h('span', { class: 'code-label' }, label),
      copyButton(code, context),
      insertButton(code, context),
    ),
    pre,
  );
}

function copyButton(code: Code, context: Context): HTMLElement {
  return button({
    icon: 'copy',
    text: 'Copy',
    label: 'Copy this code',
    onClick(element) {
      context.post({ type: 'copy', text: code.code, what: 'code' });
      confirmOn(element, 'Copied');
      context.announce('Code copied.');
    },
  });
}

function insertButton(code: Code, context: Context): HTMLElement {
  return button({
    icon: 'insert',
    text: 'Insert',
    label: 'Insert into the last active editor',
    onClick() {
      context.post({ type: 'insert', snippetId: code.snippet?.id, text: code.snippet?.text ?? code.code });
    },
  });
}
