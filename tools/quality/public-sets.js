/**
 * Public sets that understanding and answers are measured on, and what is wanted of each. A set lies in a folder of its own
 * name, its files in the subfolder `half`; what both halves share, in `shared`. Nothing of them is shipped.
 *
 * @typedef {object} PublicSet
 * @property {string} name
 * @property {string} task of `parley eval`
 * @property {Readonly<Record<string, string | number | readonly string[]>>} options its options; files by their path
 * @property {Readonly<Record<string, { readonly wanted?: number, readonly isLeast?: boolean }>>} figures
 *   by their path in the report; `isLeast`: the lower, the better
 */

const least = (wanted) => ({ wanted, isLeast: true })

const intents = (name, folder, wanted, ece, options = {}) => ({
  ...{ name: `${name}, all examples`, task: 'intents' },
  options: { train: `${folder}/half/train.jsonl`, test: `${folder}/half/test.jsonl`, ...options },
  figures: { accuracy: { wanted }, macroF1: {}, ece: least(ece) },
})

const fewShots = (name, folder, wanted, options = {}) => ({
  ...{ name: `${name}, 10 examples an intent`, task: 'intents' },
  options: { train: `${folder}/half/train.jsonl`, test: `${folder}/half/test.jsonl`, ...options, shots: 10 },
  figures: { accuracy: { wanted }, ece: least(0.08) },
})

const trained = (name, task, folder, figures) => ({
  ...{ name, task, figures },
  options: { train: `${folder}/half/train.jsonl`, test: `${folder}/half/test.jsonl` },
})

const clinc = { oos: 'oos', val: 'clinc150/half/val.jsonl' }

const retrieval = (name, corpus, folder, wanted, prefix = '', queries = prefix) => ({
  ...{ name, task: 'retrieval' },
  options: {
    corpus,
    queries: `${folder}/half/${queries}queries.jsonl`,
    qrels: `${folder}/half/${prefix}qrels.tsv`,
  },
  figures: { 'lexical.ndcg10': {}, 'dense.ndcg10': {}, 'hybrid.ndcg10': { wanted } },
})

const answers = (name, folder, wanted, more = {}) => ({
  ...{ name, task: 'answers' },
  options: { corpus: `${folder}/half/corpus.jsonl`, queries: `${folder}/half/queries.jsonl` },
  figures: {
    sentenceHit1: { wanted },
    em: {},
    f1: {},
    citationPrecision: {},
    coverageAtRisk05: {},
    coverageAtRisk10: {},
    falseRefusal: {},
    ...more,
  },
})

/** @type {readonly PublicSet[]} */
export const understandingSets = [
  intents('BANKING77', 'banking77', 0.935, 0.04),
  fewShots('BANKING77', 'banking77', 0.845),
  {
    ...intents('CLINC150', 'clinc150', undefined, 0.04, clinc),
    figures: {
      accuracy: { wanted: 0.958 },
      oosRecall: { wanted: 0.6 },
      inScopeAccuracyWithOos: { wanted: 0.94 },
      ece: least(0.04),
    },
  },
  fewShots('CLINC150', 'clinc150', 0.91, { oos: 'oos' }),
  intents('HWU64', 'hwu64', 0.92, 0.08),
  fewShots('HWU64', 'hwu64', 0.825),
  trained('SNIPS', 'slots', 'snips', { intentAccuracy: { wanted: 0.985 }, slotF1: { wanted: 0.9 } }),
  trained('ATIS', 'slots', 'atis', { intentAccuracy: { wanted: 0.97 }, slotF1: { wanted: 0.935 } }),
  intents('SMP2019-ECDT', 'smp2019_ecdt', 0.93, 0.08),
  fewShots('SMP2019-ECDT', 'smp2019_ecdt', 0.875),
  trained('CAIS', 'slots', 'cais', { intentAccuracy: { wanted: 0.93 }, slotF1: { wanted: 0.76 } }),
  trained('ChnSentiCorp', 'labels', 'chnsenticorp', { accuracy: { wanted: 0.905 }, ece: least(0.08) }),
  trained('waimai', 'labels', 'waimai10k', { accuracy: { wanted: 0.9 }, ece: least(0.04) }),
  trained('SST-2', 'labels', 'sst2', { accuracy: { wanted: 0.86 }, ece: least(0.08) }),
  trained('GoEmotions', 'labels', 'goemotions', { macroF1: { wanted: 0.36 } }),
  trained('CLUENER', 'entities', 'cluener', { f1: { wanted: 0.6 } }),
  trained('WNUT17', 'entities', 'wnut17', { f1: { wanted: 0.35 } }),
  ...['en', 'zh'].map((from) => ({
    ...{ name: `xSID, zh learnt from ${from}`, task: 'slots' },
    options: { train: `xsid/half/${from}_valid.jsonl`, test: 'xsid/half/zh_test.jsonl' },
    figures: { intentAccuracy: {}, slotF1: {} },
  })),
  {
    ...{ name: 'MixSNIPS', task: 'multi-intents' },
    options: {
      train: ['snips/half/train.jsonl', 'mixsnips_mixatis/half/mixsnips_val.jsonl'],
      test: 'mixsnips_mixatis/half/mixsnips_test.jsonl',
    },
    figures: { exactMatch: {}, microF1: {} },
  },
  trained('e-mail requests', 'requests', 'email_intent', { f1: {}, precision: {}, recall: {} }),
  {
    ...{ name: 'e-mail requests, as shipped', task: 'requests' },
    options: { test: 'email_intent/half/test.jsonl' },
    figures: { f1: {}, precision: {}, recall: {} },
  },
  ...['lcqmc', 'bq_bank', 'afqmc', 'pawsx_zh'].map((file) => ({
    ...{ name: `the same question: ${file}`, task: 'pairs' },
    options: { test: `zh_pairs/half/${file}.jsonl` },
    figures: { accuracy: {}, precision: {}, recall: {}, auc: {} },
  })),
]

/** @type {readonly PublicSet[]} */
export const answerSets = [
  retrieval('CMRC 2018', 'cmrc2018/half/corpus.jsonl', 'cmrc2018', 0.984),
  retrieval('DRCD', 'drcd/half/corpus.jsonl', 'drcd', 0.971),
  retrieval('SQuAD 2', 'squad2_dev/half/corpus.jsonl', 'squad2_dev', 0.87),
  retrieval('XQuAD, zh', 'xquad/half/zh_corpus.jsonl', 'xquad', 0.97, 'zh_'),
  retrieval('XQuAD, zh to en', 'xquad/half/en_corpus.jsonl', 'xquad', 0.853, 'en_', 'zh_'),
  retrieval('SciFact', 'scifact/shared/corpus.jsonl', 'scifact', 0.806),
  retrieval('Cranfield', 'cranfield/shared/corpus.jsonl', 'cranfield', 0.547),
  retrieval('QBQTC', 'qbqtc/shared/corpus.jsonl', 'qbqtc', 0.804),
  answers('CMRC 2018', 'cmrc2018', 0.74),
  answers('DRCD', 'drcd', 0.83),
  // The only one of them with questions that nothing answers.
  answers('SQuAD 2', 'squad2_dev', 0.76, { refusalRecall: {} }),
  {
    ...{ name: 'LoCoMo', task: 'memory' },
    options: { test: 'locomo/half/test.jsonl' },
    figures: { sentenceHit5: { wanted: 0.55 }, f1: {}, refusalRecall: {}, falseRefusal: {} },
  },
]
