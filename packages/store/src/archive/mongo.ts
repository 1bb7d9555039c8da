import { connectMongo } from '../mongo/connect.ts';
import { ContentArchive, type KeptArchive } from './content.ts';
import { MongoBlobs } from './mongo-blobs.ts';
import { MongoIndex } from './mongo-index.ts';

/** The archive in MongoDB, for many machines: collections `blobs`, `blobPieces`, `derived` and `snapshots`. */
export async function openMongoArchive(url: string): Promise<KeptArchive> {
  const connection = await connectMongo(url);
  const index = new MongoIndex(connection);
  await index.prepare();
  return new ContentArchive(new MongoBlobs(connection), index);
}
