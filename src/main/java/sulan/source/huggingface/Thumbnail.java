package sulan.source.huggingface;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Iterator;

import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

/** Makes a picture small. It is drawn anew, so that nothing else than a picture is kept of what came. */
final class Thumbnail {

    static final int WIDTH = 640;
    /** A small file can unfold to a picture that fills the memory. */
    private static final long MOST_PIXELS = 40_000_000;

    private Thumbnail() {
    }

    /** @throws IOException if it is no PNG, JPEG or GIF, or one of more than {@value #MOST_PIXELS} pixels */
    static byte[] jpeg(byte[] picture) throws IOException {
        try (ImageInputStream in = ImageIO.createImageInputStream(new ByteArrayInputStream(picture))) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
            if (!readers.hasNext()) {
                throw new IOException("no picture of a kind that can be read");
            }
            ImageReader reader = readers.next();
            try {
                reader.setInput(in, true, true);
                return jpeg(read(reader));
            } catch (RuntimeException e) {
                // what the readers throw at damaged pictures
                throw new IOException("a damaged picture", e);
            } finally {
                reader.dispose();
            }
        }
    }

    private static BufferedImage read(ImageReader reader) throws IOException {
        int width = reader.getWidth(0);
        int height = reader.getHeight(0);
        if ((long) width * height > MOST_PIXELS) {
            throw new IOException("a picture of " + width + " × " + height + " pixels");
        }
        ImageReadParam parameters = reader.getDefaultReadParam();
        // leaves twice the width, enough to be drawn smaller smoothly
        int step = Math.max(1, width / (2 * WIDTH));
        parameters.setSourceSubsampling(step, step, 0, 0);
        return reader.read(0, parameters);
    }

    private static byte[] jpeg(BufferedImage read) throws IOException {
        int width = Math.min(WIDTH, read.getWidth());
        int height = Math.max(1, Math.round((float) read.getHeight() * width / read.getWidth()));
        BufferedImage small = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = small.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        graphics.drawImage(read, 0, 0, width, height, Color.WHITE, null);
        graphics.dispose();
        ByteArrayOutputStream jpeg = new ByteArrayOutputStream();
        ImageIO.write(small, "jpeg", jpeg);
        return jpeg.toByteArray();
    }
}
