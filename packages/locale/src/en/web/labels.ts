/** What people say that a message is, under “Why?”. */
export const labels = {
  'web.labels.title': 'Is this right?',
  'web.labels.hint': 'What you say counts at once, for everybody, before what the model reads.',
  'web.labels.open': 'Say what is right',
  'web.labels.kind': 'What do you correct?',
  'web.labels.value': 'It should be',
  'web.labels.choose': 'Choose…',
  'web.labels.none': 'None of these',
  'web.labels.save': 'Save',
  'web.labels.saved': 'Noted: {label}',
  'web.labels.given': '{kind}: {value}',
  'web.labels.by': '{name}, {time}',
  'web.labels.takeBack': 'Take back',
  'web.labels.takenBack': 'Taken back: {label}',
  'web.labels.byPerson': 'Said by a person: {intent}.',
  'web.labels.byPersonNone': 'Said by a person: none of the intents.',
  'web.labels.modelSays': 'What the model reads is below, for comparison.',
  'web.labels.intent': 'Intent',
  'web.labels.act': 'What it does',
  'web.labels.sentiment': 'Sentiment',
  'web.labels.emotion': 'Emotion',
  'web.labels.urgency': 'Urgency',
  'web.labels.politeness': 'Manner',
  'web.tone.neutral': 'neutral',
  'web.tone.none': 'no emotion',
  'web.tone.normal': 'normal',
  'error.intent_name_taken':
    'There is an intent called “{name}” already. Choose another name, or add examples to that one.',
  'error.too_many_intents': 'A workspace keeps {limit} intents of its own at most. Remove some first.',
  'error.too_few_examples': '“{intent}” needs {least} examples at least: one alone cannot be learnt from.',
  'error.too_many_examples': 'A workspace keeps {limit} examples of its own at most. Remove some first.',
  'error.example_contradicts':
    '“{text}” is an example of something else already ({intent}). One text has one intent: change or remove that one first.',
  'error.example_of_none':
    '“{text}” is an example of none of the intents already. One text has one meaning: remove that one first.',
  'error.example_without_words':
    '“{text}” has no words. Messages without words are given no intent, so it cannot be learnt from.',
  'error.training_file_broken':
    '“{file}”, line {line}: “{field}” is missing or cannot be read. Nothing was added. Each line is a JSON object with “text” and “intent”.',
  'error.model_unusable':
    'This model cannot be read, or is of another encoder. Messages are read as before; learn anew.',
  'error.nothing_labelled':
    'Nothing of this kind is labelled yet. Say under “Why?” what some messages are, then measure.',
  'error.evaluation_waiting':
    'One measurement is running and another one waits already. Wait for one of them, or stop it.',
  'error.unknown_label': '“{value}” is not one of the choices here. Choose one of the list.',
} as const
