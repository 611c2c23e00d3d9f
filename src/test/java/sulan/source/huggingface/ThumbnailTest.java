package sulan.source.huggingface;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

import javax.imageio.ImageIO;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ThumbnailTest {

    @ParameterizedTest
    @CsvSource({ "1200, 648, 640, 346", "3000, 1000, 640, 213", "200, 100, 200, 100", "5000, 1, 640, 1" })
    void not_wider_than_needed(int width, int height, int smallWidth, int smallHeight) throws IOException {
        BufferedImage small = ImageIO.read(new ByteArrayInputStream(Thumbnail.jpeg(png(width, height))));
        assertThat(small.getWidth()).isEqualTo(smallWidth);
        assertThat(small.getHeight()).isEqualTo(smallHeight);
        Color middle = new Color(small.getRGB(smallWidth / 2, smallHeight / 2));
        assertThat(middle.getRed()).isGreaterThan(200);
        assertThat(middle.getBlue()).isLessThan(60);
    }

    @ParameterizedTest
    @ValueSource(strings = { "", "<html>", "<svg xmlns='http://www.w3.org/2000/svg' onload='x()'/>" })
    void no_picture(String text) {
        assertThatThrownBy(() -> Thumbnail.jpeg(text.getBytes(StandardCharsets.UTF_8))).isInstanceOf(IOException.class);
    }

    @Test
    void damaged_picture() throws IOException {
        byte[] png = png(400, 400);
        assertThatThrownBy(() -> Thumbnail.jpeg(Arrays.copyOf(png, 60))).isInstanceOf(IOException.class);
    }

    @Test
    void picture_that_would_fill_the_memory_is_not_unfolded() throws IOException {
        byte[] png = png(10, 10);
        // width and height stand behind the signature and the head of the first chunk
        png[16] = 0x7f;
        png[20] = 0x7f;
        assertThatThrownBy(() -> Thumbnail.jpeg(png)).isInstanceOf(IOException.class).hasMessageContaining("pixels");
    }

    static byte[] png(int width, int height) throws IOException {
        BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
        for (int x = 0; x < width; x++) {
            for (int y = 0; y < height; y++) {
                picture.setRGB(x, y, 0xffff2000);
            }
        }
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        ImageIO.write(picture, "png", png);
        return png.toByteArray();
    }
}
