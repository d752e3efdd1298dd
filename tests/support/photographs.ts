import sharp, { type Sharp } from "sharp";

/** What no byte of a built site may hold: marks of metadata, and what the test photographs say in theirs. */
export const SECRETS = [
  "Exif",
  "EXIF",
  "GPSLatitude",
  "ICC_PROFILE",
  "Kameramerke",
  "hemmelig-eier",
  "59.8333",
] as const;

/** A photograph of four fields: red, green, blue and white from the upper left, row by row. */
export async function fourFields(width: number, height: number): Promise<Buffer> {
  const pixels = Buffer.alloc(width * height * 3);
  const colours = [
    [200, 40, 40],
    [40, 160, 60],
    [40, 60, 200],
    [240, 240, 240],
  ] as const;
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++)
      pixels.set(colours[(y < height / 2 ? 0 : 2) + (x < width / 2 ? 0 : 1)] ?? [], (y * width + x) * 3);
  return sharp(pixels, { raw: { width, height, channels: 3 } })
    .png()
    .toBuffer();
}

/** A photograph-like picture: soft, with some grain, so that it weighs what a photograph does. */
export async function landscape(width: number, height: number): Promise<Sharp> {
  const rough = await sharp({
    create: {
      width: Math.ceil(width / 16),
      height: Math.ceil(height / 16),
      channels: 3,
      background: "#000",
      noise: { type: "gaussian", mean: 128, sigma: 60 },
    },
  })
    .png()
    .toBuffer();
  return sharp(rough).resize(width, height, { kernel: "cubic", fit: "fill" });
}

/** The same with everything a camera adds: maker, owner, position. */
export function asTaken(picture: Sharp, orientation = 1): Sharp {
  return picture
    .withExif({
      IFD0: { Make: "Kameramerke", Copyright: "hemmelig-eier" },
      IFD3: {
        GPSLatitudeRef: "N",
        GPSLatitude: "59/1 50/1 0/1",
        GPSLongitudeRef: "E",
        GPSLongitude: "10/1 26/1 0/1",
      },
    })
    .withXmp(
      '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">' +
        '<rdf:Description xmlns:exif="http://ns.adobe.com/exif/1.0/" exif:GPSLatitude="59.8333"/></rdf:RDF></x:xmpmeta>',
    )
    .withMetadata({ orientation });
}

/** An upright picture turned as a camera stores it, so that the orientation (Exif 2.32, tag 274) turns it back. */
export async function stored(upright: Buffer, orientation: number): Promise<Buffer> {
  const turned = (degrees: number) => sharp(upright).rotate(degrees).png().toBuffer();
  switch (orientation) {
    case 2:
      return sharp(upright).flop().png().toBuffer();
    case 3:
      return turned(180);
    case 4:
      return sharp(upright).flip().png().toBuffer();
    case 5:
      return sharp(await turned(90))
        .flop()
        .png()
        .toBuffer();
    case 6:
      return turned(270);
    case 7:
      return sharp(await turned(90))
        .flip()
        .png()
        .toBuffer();
    case 8:
      return turned(90);
    default:
      return upright;
  }
}
