import { csvHead, csvRow, figureColumns } from '@zhibiao/store/exports';
import { standalone } from '../charts/standalone.ts';
import { type PictureName, pictures } from '../providers/pictures.ts';
import type { Route } from '../route.ts';

/** Each picture alone, as an SVG and as the rows that are in it, under the filters of its page. */
export const pictureRoutes: readonly Route[] = (Object.keys(pictures) as PictureName[]).flatMap((name) => [
  {
    method: 'get',
    path: `/${name}.svg`,
    handler: async (c, deps) => {
      const { chart, title } = await pictures[name](c, deps);
      const address = new URL(c.req.url.replace(`/${name}.svg`, pageOf[name]));
      return c.body(standalone(chart, { title, address, language: c.get('language') }), 200, {
        'Content-Type': 'image/svg+xml; charset=utf-8',
      });
    },
  },
  {
    method: 'get',
    path: `/${name}.csv`,
    handler: async (c, deps) => {
      const { figures } = await pictures[name](c, deps);
      const rows = figures.map((figure) => csvRow(figureColumns, figure));
      return c.body(`${csvHead(figureColumns)}${rows.join('')}`, 200, {
        'Content-Type': 'text/csv; charset=utf-8',
        'Content-Disposition': `attachment; filename="${name}.csv"`,
      });
    },
  },
]);

/** The page that shows a picture under the same query. */
const pageOf = { series: '/series', ranking: '/ranking', promises: '/promises', targets: '/series' } as const;
