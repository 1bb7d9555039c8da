import { crc32 } from 'node:zlib';

export type Member = readonly [name: string | Buffer, body: string | Uint8Array];

/** A zip of stored members, with the names as they are given. */
export function zipOf(members: readonly Member[]): Buffer {
  const local: Buffer[] = [];
  const central: Buffer[] = [];
  let at = 0;
  for (const [name, content] of members) {
    const file = Buffer.from(name as string);
    const body = Buffer.from(content as string);
    const head = Buffer.alloc(26);
    head.writeUInt16LE(20, 0);
    head.writeUInt32LE(crc32(body), 10);
    head.writeUInt32LE(body.length, 14);
    head.writeUInt32LE(body.length, 18);
    head.writeUInt16LE(file.length, 22);
    local.push(Buffer.from('PK\x03\x04'), head, file, body);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(at, 10);
    central.push(Buffer.from('PK\x01\x02\x14\0', 'latin1'), head, tail, file);
    at += 30 + file.length + body.length;
  }
  const directory = Buffer.concat(central);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(members.length, 4);
  end.writeUInt16LE(members.length, 6);
  end.writeUInt32LE(directory.length, 8);
  end.writeUInt32LE(at, 12);
  return Buffer.concat([...local, directory, Buffer.from('PK\x05\x06'), end]);
}

/** A RAR 4 archive of stored members. */
export function rarOf(members: readonly Member[]): Buffer {
  const block = (type: number, flags: number, fields: Buffer, body = Buffer.alloc(0)): Buffer => {
    const head = Buffer.alloc(5);
    head.writeUInt8(type, 0);
    head.writeUInt16LE(flags, 1);
    head.writeUInt16LE(7 + fields.length, 3);
    const checked = Buffer.concat([head, fields]);
    const sum = Buffer.alloc(2);
    sum.writeUInt16LE(crc32(checked) & 0xffff);
    return Buffer.concat([sum, checked, body]);
  };
  const files = members.map(([name, content]) => {
    const file = Buffer.from(name as string);
    const body = Buffer.from(content as string);
    const fields = Buffer.alloc(25);
    fields.writeUInt32LE(body.length, 0);
    fields.writeUInt32LE(body.length, 4);
    fields.writeUInt8(3, 8);
    fields.writeUInt32LE(crc32(body), 9);
    fields.writeUInt8(20, 17);
    fields.writeUInt8(0x30, 18);
    fields.writeUInt16LE(file.length, 19);
    fields.writeUInt32LE(0o100644, 21);
    return block(0x74, 0x8000, Buffer.concat([fields, file]), body);
  });
  return Buffer.concat([
    Buffer.from('Rar!\x1a\x07\0', 'latin1'),
    block(0x73, 0, Buffer.alloc(6)),
    ...files,
    block(0x7b, 0x4000, Buffer.alloc(0)),
  ]);
}

/** An OFD of one line object per 30 characters, indented and centred as reports are. */
export function ofdOf(paragraphs: readonly string[]): Buffer {
  const size = 5;
  const perLine = 34;
  const perPage = 24;
  const lines = paragraphs.flatMap((text, n) => {
    const isCentred = n < 3;
    const first = isCentred ? text.length : perLine - 2;
    const pieces = [text.slice(0, first)];
    for (let i = first; i < text.length; i += perLine) pieces.push(text.slice(i, i + perLine));
    return pieces.map((piece, i) => ({ piece, x: isCentred ? 60 : i === 0 ? 15 + 2 * size : 15 }));
  });
  const pages: string[] = [];
  for (let i = 0; i < lines.length; i += perPage) {
    const objects = lines
      .slice(i, i + perPage)
      .map(
        ({ piece, x }, row) =>
          `<ofd:TextObject ID="${row + 10}" Boundary="${x} ${20 + row * 9} 180 8" Size="${size}"><ofd:TextCode X="0" Y="5" DeltaX="g ${piece.length - 1} ${size}">${piece}</ofd:TextCode></ofd:TextObject>`,
      );
    const number = `<ofd:TextObject ID="9" Boundary="100 285 20 8" Size="4"><ofd:TextCode X="0" Y="4">- ${pages.length + 1} -</ofd:TextCode></ofd:TextObject>`;
    pages.push(
      `<?xml version="1.0" encoding="UTF-8"?><ofd:Page xmlns:ofd="http://www.ofdspec.org/2016"><ofd:Content><ofd:Layer ID="2">${objects.join('')}${number}</ofd:Layer></ofd:Content></ofd:Page>`,
    );
  }
  const list = pages
    .map((_, i) => `<ofd:Page ID="${i + 1}" BaseLoc="Pages/Page_${i}/Content.xml"/>`)
    .join('');
  return zipOf([
    [
      'OFD.xml',
      '<ofd:OFD xmlns:ofd="http://www.ofdspec.org/2016"><ofd:DocBody><ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody></ofd:OFD>',
    ],
    [
      'Doc_0/Document.xml',
      `<ofd:Document xmlns:ofd="http://www.ofdspec.org/2016"><ofd:CommonData><ofd:PageArea><ofd:PhysicalBox>0 0 210 297</ofd:PhysicalBox></ofd:PageArea></ofd:CommonData><ofd:Pages>${list}</ofd:Pages></ofd:Document>`,
    ],
    ...pages.map((page, i): Member => [`Doc_0/Pages/Page_${i}/Content.xml`, page]),
  ]);
}
