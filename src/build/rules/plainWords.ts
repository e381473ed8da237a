import { entriesOf } from '../api/source';
import { bodiesOf } from '../claims';
import { reasonsOf } from '../guides';
import type { Content } from '../source';
import type { Rule } from './rule';

const banned =
  /\b(powerful|seamless(?:ly)?|robust(?:ly)?|leverag(?:e|es|ing)|cutting-edge|blazing(?:ly)?|effortless(?:ly)?|world-class|game-chang(?:er|ing)|simply)\b/i;
const emoji = /\p{Extended_Pictographic}/u;

export const plainWords: Rule = {
  name: 'plain-words',
  description: 'No marketing words, no exclamation marks, no emoji in prose.',
  *check(content) {
    for (const { file, text } of proseOf(content)) {
      const word = banned.exec(text)?.[0];
      if (word) yield { file, message: `"${word}" says nothing here; say what it does` };
      if (/\w!(?:\s|$)/.test(text)) yield { file, message: 'take out the exclamation mark' };
      const picture = emoji.exec(text.replace(/[↗→←©®™]/gu, ''))?.[0];
      if (picture) yield { file, message: `take out ${picture}` };
    }
  },
};

function* proseOf(content: Content): Iterable<{ file: string; text: string }> {
  for (const { file, body } of bodiesOf(content)) {
    yield {
      file,
      text: body
        .replace(/```[\s\S]*?```/g, '')
        .replace(/`[^`]*`/g, '')
        .replace(/"[^"]*"/g, ''),
    };
  }
  for (const { file, data } of content.tools) {
    for (const text of [data.summary, data.fits, data.avoid]) yield { file, text };
  }
  for (const { file, data } of [...content.topics, ...content.terms]) yield { file, text: data.summary };
  for (const { file, data } of content.comparisons) {
    for (const text of [data.title, data.question, data.summary]) yield { file, text };
    for (const { ask, cells } of data.questions)
      for (const text of [ask, ...Object.values(cells).flatMap(({ value, note }) => [value, note ?? ''])])
        yield { file, text };
  }
  for (const { file, data } of content.guides) {
    for (const text of [data.title, data.question, data.summary]) yield { file, text };
    for (const { ask, why = '', otherwise, answers } of data.questions)
      for (const text of [ask, why, otherwise, ...answers.map(({ answer }) => answer)]) yield { file, text };
    for (const { reason } of reasonsOf(data)) yield { file, text: reason.because };
  }
  for (const source of content.api) {
    for (const { file, name, entry } of entriesOf(source)) {
      const parameters = [...Object.values(entry.parameters), ...Object.values(entry.keywords)].flatMap(
        ({ does, values }) => [does, ...Object.values(values)],
      );
      for (const text of [entry.does, ...entry.expert, ...Object.values(entry.values), ...parameters]) {
        yield { file: `${file}: ${name}`, text: text.replace(/`[^`]*`|"[^"]*"/g, '') };
      }
    }
  }
  for (const { file, data } of content.snippets) yield { file, text: `${data.title}. ${data.description}` };
}
