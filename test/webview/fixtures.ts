import type {
  ComparisonPage,
  ComparisonTable,
  GuidePage,
  LandscapePage,
  Page,
  Reference,
  SnippetPage,
  TermPage,
  ToolPage,
  TopicPage,
} from '../../src/catalogue/types';
import { drawDiagram } from '../../src/build/diagrams';

/**
 * Pages as the compiler writes them, about systems that do not exist, so that no fixture can be mistaken for a fact.
 * Tests take 2026-11-22 for today.
 */
export const today = new Date('2026-11-22T12:00:00Z');

const recent = '2026-11-20';
const stale = '2026-01-15';

const references: Reference[] = [
  { name: 'Alder documentation: architecture', url: 'https://docs.alder.example/architecture', checked: recent },
  { name: 'Alder 4.2 release notes', url: 'https://docs.alder.example/releases/4.2', checked: recent },
  { name: 'Birch documentation: storage and limits', url: 'https://birch.example/docs/storage', checked: recent },
  { name: 'Cedar: how tables are stored', url: 'https://cedar.example/reference/tables', checked: stale },
  { name: 'Hornbeam Streaming Tables, product page', url: 'https://hornbeam.example/tables', checked: recent },
];

const cell = (value: string, numbers: number[], more: object = {}) => ({
  value,
  references: numbers,
  checked: recent,
  ...more,
});

export const storesTable: ComparisonTable = {
  id: 'stores',
  title: 'Row store, warehouse, lake',
  question: 'Where should this data live?',
  subjectsAs: 'columns',
  subjectLabel: 'Store',
  subjects: [
    { id: 'row', name: 'Row store' },
    { id: 'alder', name: 'Alder', tool: 'alder' },
    { id: 'birch', name: 'Birch Warehouse', tool: 'birch' },
    { id: 'hornbeam', name: 'Hornbeam Streaming Tables', tool: 'hornbeam' },
  ],
  questions: [
    {
      id: 'workload',
      ask: 'Made for',
      cells: {
        row: cell('Transactions (OLTP)', [1]),
        alder: cell('Analytics (OLAP)', [1, 2], {
          note: 'Single rows can be read, but every read opens a whole column file. See [the engine](tool:alder).',
        }),
        birch: cell('Analytics (OLAP)', [3]),
        hornbeam: cell('Streams kept as tables', [5]),
      },
    },
    {
      id: 'transactions',
      ask: 'Transactions over several tables',
      cells: {
        row: cell('Yes', [1]),
        alder: cell('No', [1]),
        birch: cell('Yes, since 3.0', [3], { note: 'Only inside one database.', checked: '2026-11-18' }),
        hornbeam: cell('Partly', [5], { checked: stale }),
      },
    },
    {
      id: 'schema',
      ask: 'Schema',
      cells: {
        row: cell('On write', [1]),
        alder: cell('On write', [1]),
        birch: cell('On write', [3]),
        hornbeam: cell('On write', [5]),
      },
    },
    {
      id: 'format',
      ask: 'File format',
      cells: {
        alder: cell('Open: `parquet`', [1]),
        birch: cell('Its own', [4]),
        hornbeam: { value: 'Open', references: [], unverified: true },
      },
    },
    {
      id: 'latency',
      ask: 'Usual delay from write to read',
      cells: {
        row: cell('None', [1]),
        alder: cell('Seconds, after a commit', [2]),
        birch: cell('Seconds', [3]),
        hornbeam: cell('Below a second where one reader follows one writer', [5]),
      },
    },
    {
      id: 'cost',
      ask: 'What costs',
      cells: {
        row: cell('Machines that run all day', [1]),
        alder: cell('Compute while queries run; storage apart', [2]),
        birch: cell('Slots reserved or bytes read', [3]),
        hornbeam: cell('Bytes in, bytes kept', [5]),
      },
    },
  ],
  references,
};

const names = [
  'Alder',
  'Birch',
  'Cedar',
  'Dogwood',
  'Elm',
  'Fir',
  'Ginkgo',
  'Hornbeam',
  'Ironwood',
  'Juniper',
  'Katsura',
];

/** Many subjects, as rows, with a column of numbers. */
export const enginesTable: ComparisonTable = {
  id: 'engines',
  title: 'Engines in figures',
  question: 'Which engine fits one machine?',
  subjectsAs: 'rows',
  subjectLabel: 'Engine',
  subjects: names.map((name, at) => ({ id: name.toLowerCase(), name, tool: at < 2 ? name.toLowerCase() : undefined })),
  questions: [
    {
      id: 'memory',
      ask: 'Least memory, GB',
      cells: Object.fromEntries(names.map((name, at) => [name.toLowerCase(), cell(String((at + 1) * 3.5), [1])])),
    },
    {
      id: 'spills',
      ask: 'Spills to disk',
      cells: Object.fromEntries(names.map((name, at) => [name.toLowerCase(), cell(at % 3 ? 'Yes' : 'No', [2])])),
    },
    {
      id: 'runs',
      ask: 'Runs as',
      cells: Object.fromEntries(names.map((name) => [name.toLowerCase(), cell('Library', [3])])),
    },
  ],
  references,
};

export const topicPage = async (): Promise<TopicPage> => ({
  kind: 'topic',
  id: 'how-a-warehouse-works',
  title: 'How a warehouse works',
  summary: 'A warehouse keeps facts in columns, so that a question over a billion rows reads only what it asks for.',
  headings: [
    { anchor: 'what-it-is', title: 'What it is' },
    { anchor: 'how-a-query-runs', title: 'How a query runs' },
    { anchor: 'what-it-costs', title: 'What it costs' },
    { anchor: 'go-deeper', title: 'Go deeper' },
  ],
  blocks: [
    {
      type: 'markdown',
      markdown: [
        'It answers questions over *many rows and few columns*, where [a row store](topic:row-stores#reads) answers over few rows and many columns.[^1] Both use SQL, and both keep their promises about transactions in different ways.[^2][^3]',
        '## What it is',
        'Data arrives in batches or as a stream, is written once into **immutable files**, and is read many times. The engine [Alder](tool:alder) calls such a file a *segment*; [Birch](tool:birch) calls it a `micro-block`. The official text is [in its documentation](https://docs.alder.example/architecture).',
        '- Files are sorted by the columns that people filter by.\n- Each file keeps the smallest and largest value of every column, so that most files are never opened:\n  - this is called pruning;\n  - it fails when the filter is a function of the column.\n- Deleting writes a new file.',
      ].join('\n\n'),
    },
    {
      type: 'diagram',
      alt: 'Sources are loaded into storage by an ingestion job. The engine reads from storage and answers queries from dashboards and from models.',
      svg: await drawDiagram(
        'digraph { rankdir=LR; sources [label="Sources"]; ingest [label="Ingestion"]; storage [label="Column files"]; engine [label="Query engine"]; bi [label="Dashboards"]; ml [label="Models"]; sources -> ingest [label="emit"]; ingest -> storage [label="writes"]; storage -> engine [label="is read by"]; engine -> bi [label="answers"]; engine -> ml [label="feeds"] }',
      ),
    },
    {
      type: 'markdown',
      markdown: [
        '## How a query runs',
        'The planner turns the text into stages; a stage ends where rows have to change machines.[^1]',
        '### An example',
        '```python title="Alder 4.2"\nfrom alder import Session, functions as F\n\n# one row for each customer, newest first\norders = (\n    Session().table("orders")\n    .groupBy("customer_id")\n    .agg(F.max("ordered_at").alias("last_order"), F.count("*").alias("orders"))\n)\norders.write.mode("overwrite").table("customers_by_recency", partition_by=["region"], cluster_by=["customer_id"])\n```',
        'The same in SQL:',
        "```sql\n-- one row for each customer\nselect customer_id, max(ordered_at) as last_order\nfrom orders\nwhere region = 'north' and amount > 10.5\ngroup by customer_id\n```",
      ].join('\n\n'),
    },
    { type: 'comparison', id: 'stores' },
    {
      type: 'markdown',
      markdown: [
        '## What it costs',
        '> Storage is cheap and compute is not: what is paid for is mostly the time in which machines run.',
        '| Part | Paid by | Falls when |\n| --- | --- | ---: |\n| Storage | month | 12% |\n| Compute | second | 60% |',
        '1. Measure a day.\n2. Multiply by the days on which it runs.\n3. Compare with the invoice.',
        '## Go deeper',
        'Read [the comparison](comparison:stores), or [read a file into it](snippet:alder-read-csv).',
      ].join('\n\n'),
    },
  ],
  comparisons: [storesTable],
  references: references.slice(0, 3),
  related: [
    { kind: 'topic', id: 'row-stores', title: 'How a row store works' },
    { kind: 'comparison', id: 'stores', title: 'Row store, warehouse, lake' },
    { kind: 'tool', id: 'alder', title: 'Alder' },
  ],
});

export const toolPage: ToolPage = {
  kind: 'tool',
  id: 'hornbeam',
  title: 'Hornbeam Streaming Tables',
  summary: 'Keeps a table up to date from a stream, and answers SQL over both.',
  toolKind: 'Streaming table store',
  category: 'engine',
  formerly: [
    { name: 'Hornbeam Live', note: 'renamed in June 2025' },
    { name: 'Coppice', note: 'until 2.0' },
  ],
  documentation: 'https://hornbeam.example/docs',
  facts: [
    { label: 'Steward', value: 'Hornbeam Foundation', references: [5], checked: recent },
    { label: 'Licence', value: 'Apache-2.0', references: [5], checked: recent },
    { label: 'First release', value: '2019', references: [], unverified: true },
    { label: 'Newest release', value: '4.2.1, 2026-10-02', references: [2], checked: recent },
    { label: 'Support ends', value: '4.x: 2028-03-31', references: [2, 5], checked: recent },
    { label: 'Languages', value: 'SQL, Python, Scala', references: [1], checked: stale },
  ],
  headings: [
    { anchor: 'how-it-works', title: 'How it works' },
    { anchor: 'choose-it-when', title: 'Choose it when' },
    { anchor: 'avoid-it-when', title: 'Avoid it when' },
    { anchor: 'what-bites', title: 'What bites' },
  ],
  blocks: [
    {
      type: 'markdown',
      markdown: [
        '## How it works',
        'A table is a query over a stream.[^5] Rows come in, the query is run over what changed, and the result is kept as files. Readers see the result of the last commit. State that a query needs between rows, such as a count by key, lives on the disk of the worker that holds the key.[^1]',
        '## Choose it when',
        '- results must be seconds old and many people read them;\n- the question is known before the data comes.',
        '## Avoid it when',
        'The question changes every day: [Alder](tool:alder) answers those over the same files.',
        '## What bites',
        'A key that holds half of the rows keeps one worker busy and the rest idle. Set `hornbeam.state.ttl` before the first start: it cannot be changed while state exists.',
      ].join('\n\n'),
    },
  ],
  comparisons: [],
  references,
  related: [
    { kind: 'comparison', id: 'stores', title: 'Row store, warehouse, lake' },
    { kind: 'tool', id: 'alder', title: 'Alder' },
    { kind: 'topic', id: 'how-a-warehouse-works', title: 'How a warehouse works' },
  ],
};

export const comparisonPage: ComparisonPage = {
  kind: 'comparison',
  id: 'stores',
  title: storesTable.title,
  summary: 'The three differ in what they are asked, not in how much they hold.',
  headings: [{ anchor: 'what-the-table-leaves-out', title: 'What the table leaves out' }],
  blocks: [
    {
      type: 'markdown',
      markdown:
        '## What the table leaves out\n\nPrices change with region and contract.[^3] Systems that only cache are not in it.',
    },
  ],
  table: storesTable,
  references,
  related: [
    { kind: 'topic', id: 'how-a-warehouse-works', title: 'How a warehouse works' },
    { kind: 'tool', id: 'alder', title: 'Alder' },
  ],
};

export const enginesPage: ComparisonPage = {
  ...comparisonPage,
  id: 'engines',
  title: enginesTable.title,
  summary: 'Figures for one machine.',
  table: enginesTable,
  headings: [],
  blocks: [],
};

/** As put together from the facts and tables of two tools. */
export const groupedPage: ComparisonPage = {
  ...comparisonPage,
  id: 'alder+birch',
  title: 'Alder and Birch Warehouse',
  summary: 'Put together from their facts and from every table that holds both.',
  headings: [],
  blocks: [],
  table: {
    ...storesTable,
    id: 'alder+birch',
    title: 'Alder and Birch Warehouse',
    question: 'How do they differ?',
    subjectLabel: 'Question',
    subjects: storesTable.subjects.slice(1, 3),
    questions: [
      {
        id: 'kind',
        ask: 'What it is',
        group: 'Facts',
        cells: { alder: { value: 'Engine', references: [] }, birch: { value: 'Warehouse', references: [] } },
      },
      { id: 'fact-licence', ask: 'Licence', group: 'Facts', cells: { alder: cell('Apache-2.0', [1]) } },
      ...storesTable.questions.map((question) => ({
        ...question,
        id: `stores-${question.id}`,
        group: storesTable.title,
      })),
    ],
  },
};

export const snippetPage: SnippetPage = {
  kind: 'snippet',
  id: 'alder-latest-row',
  title: 'Keep the newest row of each key',
  summary: 'Deduplicates by key with a window, keeping the row with the highest timestamp.',
  tool: 'alder',
  prefix: 'alder-latest-row',
  language: 'python',
  needs: ['alder 4.2'],
  code: [
    'from alder import Window, functions as F',
    '',
    'newest = Window.partitionBy("order_id").orderBy(F.col("updated_at").desc_nulls_last())',
    'latest = (',
    '    orders.withColumn("rank", F.row_number().over(newest))  # ties are broken at random',
    '    .filter(F.col("rank") == 1)',
    '    .drop("rank")',
    ')',
  ].join('\n'),
  snippet: 'from alder import Window, functions as F\n\nnewest = Window.partitionBy("${1:order_id}")$0',
  verified: 'Executed with alder 4.2 on 2026-11-20; its result was checked.',
  headings: [],
  blocks: [],
  references: [references[0]!],
  related: [
    { kind: 'tool', id: 'alder', title: 'Alder' },
    { kind: 'snippet', id: 'alder-read-csv', title: 'Read a CSV file with a schema' },
  ],
};

export const termPage: TermPage = {
  kind: 'term',
  id: 'watermark',
  title: 'Watermark',
  summary: 'The time before which a stream is taken to be complete; what comes later is late.',
  aliases: ['late-data bound'],
  headings: [],
  blocks: [
    {
      type: 'markdown',
      markdown:
        'It trails the newest event by a fixed delay.[^1] With a delay of ten minutes and a newest event at 12:30, a window that ends at 12:15 is closed: an event of 12:14 that arrives now is dropped.\n\nSee also [how a warehouse works](topic:how-a-warehouse-works).',
    },
  ],
  references: [references[0]!],
  related: [{ kind: 'term', id: 'window', title: 'Window' }],
};

export const guidePage: GuidePage = {
  kind: 'guide',
  id: 'store',
  title: 'Choose a store',
  summary: 'Three questions, each of which rules some stores out.',
  question: 'Where should this data live?',
  candidates: [
    { id: 'alder', name: 'Alder', summary: 'questions over many rows' },
    { id: 'birch', name: 'Birch Warehouse', summary: 'many users at once' },
    { id: 'cedar', name: 'Cedar', summary: 'one machine' },
    { id: 'hornbeam', name: 'Hornbeam Streaming Tables', summary: 'results that follow a stream' },
  ],
  questions: [
    {
      id: 'size',
      ask: 'How much data is there?',
      why: 'What fits on one machine needs no cluster.',
      answers: [
        {
          id: 'large',
          answer: 'More than one machine holds',
          drops: { cedar: { because: 'It runs on one machine.', references: [4], checked: stale } },
        },
        {
          id: 'small',
          answer: 'It fits on one machine',
          drops: {
            birch: { because: 'It is a service.', references: [3], checked: recent },
            hornbeam: { because: 'It needs a cluster.', references: [], unverified: true },
          },
        },
      ],
      otherwise: 'Not known yet',
    },
    {
      id: 'streams',
      ask: 'Must results follow a stream?',
      answers: [
        {
          id: 'yes',
          answer: 'Yes, within seconds',
          drops: {
            alder: { because: 'It reads what was committed.', references: [1, 2], checked: recent },
            birch: { because: 'It loads in batches.', references: [3], checked: recent },
            cedar: { because: 'It loads files.', references: [4], checked: recent },
          },
        },
      ],
      otherwise: 'No',
    },
    {
      id: 'format',
      ask: 'Must other engines read its files?',
      answers: [
        {
          id: 'yes',
          answer: 'Yes',
          drops: { birch: { because: 'Its format is its own.', references: [3], checked: recent } },
        },
      ],
      otherwise: 'No',
    },
  ],
  blocks: [],
  headings: [],
  references,
  related: [{ kind: 'comparison', id: 'stores', title: 'Row store, warehouse, lake' }],
};

export const landscapeFixture: LandscapePage = {
  kind: 'landscape',
  id: 'tools',
  title: 'All tools',
  summary: 'Every tool of this reference, by what it is for.',
  blocks: [],
  headings: [],
  references: [],
  related: [],
  categories: [
    {
      id: 'engine',
      title: 'Engines',
      tools: names.map((name) => ({
        id: name.toLowerCase(),
        name: name === 'Hornbeam' ? 'Hornbeam Streaming Tables' : name,
        kind: 'Engine for one machine or many',
        otherNames: name === 'Hornbeam' ? ['Coppice'] : [],
      })),
    },
    {
      id: 'catalog',
      title: 'Data catalogs',
      tools: ['Larch', 'Maple'].map((name) => ({ id: name.toLowerCase(), name, kind: 'Data catalog', otherNames: [] })),
    },
  ],
};

const attack = 'window.attacked=true';

/** Everything a catalogue file could try. Nothing of it may run, load or lead anywhere. */
export const hostilePage: TopicPage = {
  kind: 'topic',
  id: 'hostile',
  title: `<img src=x onerror=${attack}>`,
  summary: `<script>${attack}</script> and [a link](javascript:${attack})`,
  headings: [{ anchor: 'x" onclick="window.attacked=true', title: 'Heading' }],
  blocks: [
    {
      type: 'markdown',
      markdown: [
        `<script>${attack}</script>`,
        `<img src="https://evil.example/pixel.png" onerror="${attack}">`,
        '![alternative text](https://evil.example/image.png)',
        `[script](javascript:${attack}) [data](data:text/html,<script>${attack}</script>) [vb](vbscript:x) [file](file:///etc/passwd) [http](http://evil.example/) [command](command:workbench.action.quit) [protocol-relative](//evil.example) [entity](javascript&#58;${attack}) [upper](JaVaScRiPt:${attack}) [vscode](vscode://evil.extension/run) [tool](tool:../../x) [space]( javascript:${attack})`,
        `<a href="javascript:${attack}" onclick="${attack}">raw link</a> <svg onload=${attack}></svg> <iframe src="https://evil.example"></iframe>`,
        `<style>body{background:url(https://evil.example/style.png)}</style>`,
        `## Heading`,
        `| <img src=x onerror=${attack}> | b |\n| --- | --- |\n| <b onmouseover=${attack}>c</b> | ![x](https://evil.example/cell.png) |`,
        '`<script>` &lt;script&gt;alert(1)&lt;/script&gt; &#60;img src=x&#62;',
        `\`\`\`html title="<img src=x onerror=${attack}>"\n<script>${attack}</script>\n\`\`\``,
        '<https://evil.example/auto> and [^1] and [^99] and [^0]',
        `[^1]: javascript:${attack}`,
        '<details open ontoggle=window.attacked=true><summary>x</summary></details>',
      ].join('\n\n'),
    },
    {
      type: 'diagram',
      alt: `"><script>${attack}</script>`,
      svg: `<?xml version="1.0"?><!DOCTYPE svg [<!ENTITY x "&#60;script&#62;">]><svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 50" onload="${attack}" style="background:url(https://evil.example/svg.png)">
        <script>${attack}</script><style>*{fill:url(https://evil.example/fill.svg#x)}</style>
        <foreignObject width="100" height="50"><body xmlns="http://www.w3.org/1999/xhtml"><img src="x" onerror="${attack}"/></body></foreignObject>
        <image href="https://evil.example/image.svg" width="10" height="10"/><use href="https://evil.example/use.svg#a"/>
        <g class="node evil" onclick="${attack}"><polygon points="0,0 10,0 10,10" fill="url(https://evil.example/paint.svg#a)" style="fill:red"/></g>
        <a href="javascript:${attack}"><text x="10" y="10" font-size="12" onmouseover="${attack}">in a link &x;</text></a>
        <a xlink:href="tool:alder"><text x="10" y="30">a good link</text></a>
        <animate attributeName="href" values="javascript:${attack}"/><set attributeName="onclick" to="${attack}"/></svg>`,
    },
    { type: 'diagram', alt: 'A drawing that is none.', svg: '<html><script>window.attacked=true</script></html>' },
    { type: 'comparison', id: 'hostile' },
    { type: 'comparison', id: '__proto__' },
  ],
  comparisons: [
    {
      id: 'hostile',
      title: `<img src=x onerror=${attack}>`,
      question: `<script>${attack}</script>`,
      subjectsAs: 'columns',
      subjectLabel: '<b>x</b>',
      subjects: [
        { id: 'constructor', name: '<i>constructor</i>', tool: 'javascript:alert(1)' },
        { id: 'b', name: 'toString', tool: 'alder' },
      ],
      questions: [
        {
          id: 'q',
          ask: `<img src=x onerror=${attack}>`,
          cells: {
            b: { value: `<svg onload=${attack}>`, note: `[x](javascript:${attack}) <img src=x>`, references: [1, 99] },
          },
        },
      ],
      references: [{ name: '<b>bold</b>', url: `javascript:${attack}`, checked: 'not a date' }],
    },
  ],
  references: [
    { name: `<img src=x onerror=${attack}>`, url: `javascript:${attack}`, checked: '2026-11-20' },
    { name: 'http', url: 'http://evil.example/', checked: 'x' },
  ],
  related: [{ kind: 'tool', id: 'x" onclick="y', title: `<img src=x onerror=${attack}>` }],
};

/** One page of every kind, by a name for titles of tests and screenshots. */
export const pages = async (): Promise<Record<string, Page>> => ({
  topic: await topicPage(),
  tool: toolPage,
  comparison: comparisonPage,
  engines: enginesPage,
  grouped: groupedPage,
  snippet: snippetPage,
  term: termPage,
  guide: guidePage,
  'guide-end': { ...guidePage, id: 'store-end', questions: [] },
  landscape: landscapeFixture,
});
