// What a team would put together: Crawlee, Readability over linkedom for the text, Microsoft's Recognizers-Text for the
// numbers, and MongoDB's
// insertMany. It keeps no versions and no archive, and does not know whose numbers they are.
import { CheerioCrawler, Configuration, log } from '@crawlee/cheerio';
import Recognizers from '@microsoft/recognizers-text-suite';
import { Readability } from '@mozilla/readability';
import { parseHTML } from 'linkedom';
import { MongoClient } from 'mongodb';
import { databaseAt, startMongo } from '../../../infra/mongo.ts';
import { compete, isArticle } from './contestant.ts';

const culture = Recognizers.Culture.Chinese;
const recognisers = [
  Recognizers.recognizeNumber,
  Recognizers.recognizePercentage,
  Recognizers.recognizeCurrency,
  Recognizers.recognizeDimension,
];

/** The numbers of the sentences that have a digit. */
function numbersOf(text: string) {
  const sentences = text.match(/[^。!?！？\n]+[。!?！？]?/g) ?? [];
  return sentences
    .filter((sentence) => /\d/.test(sentence))
    .flatMap((sentence) =>
      recognisers.flatMap((recognise) =>
        recognise(sentence, culture).map(({ typeName, text: quote, resolution }) => ({
          type: typeName,
          quote,
          value: resolution?.value,
          unit: resolution?.unit,
          sentence,
        })),
      ),
    );
}

await compete(async ({ origin, start }) => {
  const mongo = await startMongo();
  if (!mongo.url) throw new Error(mongo.what);
  const client = await new MongoClient(databaseAt(mongo.url, `bench-assembled-${process.pid}`)).connect();
  const db = client.db();
  const [articles, numbers] = [db.collection('articles'), db.collection('numbers')];
  await articles.createIndex({ url: 1 }, { unique: true });
  await numbers.createIndexes([{ key: { url: 1 } }, { key: { type: 1, value: 1 } }]);
  return {
    processes: [
      { role: 'crawler', pid: process.pid },
      ...(mongo.pid === null ? [] : [{ role: 'mongod', pid: mongo.pid }]),
    ],
    async run() {
      log.setLevel(log.LEVELS.ERROR);
      const crawler = new CheerioCrawler(
        {
          maxRequestRetries: 3,
          async requestHandler({ request, body, enqueueLinks }) {
            if (!isArticle(request.url)) {
              await enqueueLinks({ globs: [`${origin}/zfgzbg/list_*`, `${origin}/zfgzbg/content_*`] });
              return;
            }
            const { url } = request;
            const read = new Readability(parseHTML(String(body)).document as never).parse();
            if (!read?.textContent) return;
            const rows = numbersOf(read.textContent).map((row) => ({ url, title: read.title, ...row }));
            await articles.insertOne({ url, title: read.title, text: read.textContent });
            if (rows.length > 0) await numbers.insertMany(rows, { ordered: false });
          },
        },
        new Configuration({ persistStorage: false, purgeOnStart: true }),
      );
      await crawler.run([`${origin}${start}`]);
      return {
        articles: await articles.countDocuments(),
        notes: { numbers: await numbers.countDocuments() },
      };
    },
    async close() {
      await db.dropDatabase();
      await client.close();
      await mongo.stop();
    },
  };
});
