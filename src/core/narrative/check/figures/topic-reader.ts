import type { KnownNames } from "./known-names.ts";
import { readTopicWords, topicOf } from "./topic.ts";
import type { Topic, TopicWords } from "./topic.ts";

/** Reads the words before the numbers of one draft. Reports say ,同比增长 a thousand times: each wording is read once. */
export interface TopicReader {
  readonly read: (lead: string) => TopicWords;
  readonly topicOf: (phrase: string, subject: string, period: string | null) => Topic;
}

export function createTopicReader(names: KnownNames): TopicReader {
  const words = new Map<string, TopicWords>();
  const topics = new Map<string, Topic>();
  return {
    read: (lead) => {
      const known = words.get(lead);
      if (known !== undefined) return known;
      const read = readTopicWords(lead, names);
      words.set(lead, read);
      return read;
    },
    topicOf: (phrase, subject, period) => {
      const known = topics.get(phrase);
      const topic =
        known === undefined
          ? topicOf(phrase, subject, period, names)
          : { ...known, subject, period };
      if (known === undefined) topics.set(phrase, topic);
      return topic;
    },
  };
}
