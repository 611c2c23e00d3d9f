package sulan.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;

class DataFolderNameTest {

    @ParameterizedTest
    @CsvSource({ "data2, ./data2", "a/b, ./a/b", ".hidden, ./.hidden", "./data, ./data", "../data, ../data",
            "/var/data, /var/data",
            "~user, ./~user" })
    void folder_as_it_is_written(String written, String expected) {
        assertThat(DataFolderName.explicit(written)).isEqualTo(expected);
    }

    @Test
    void folder_in_the_home_folder() {
        assertThat(DataFolderName.explicit("~/sulan")).isEqualTo(System.getProperty("user.home") + "/sulan");
    }

    @Test
    void address_of_the_database() {
        assertThat(config("data2").getRawValue("url")).isEqualTo("jdbc:h2:file:./data2/sulan");
        assertThat(config("data2").getRawValue("sulan.data")).isEqualTo("./data2");
    }

    @Test
    void folder_that_another_setting_names() {
        assertThat(config("${root}/x").getRawValue("url")).isEqualTo("jdbc:h2:file:/srv/x/sulan");
    }

    private static SmallRyeConfig config(String data) {
        return new SmallRyeConfigBuilder().addDefaultInterceptors().withInterceptors(new DataFolderName())
                .withSources(new PropertiesConfigSource(
                        Map.of("sulan.data", data, "root", "/srv", "url", "jdbc:h2:file:${sulan.data}/sulan"), "test", 100))
                .build();
    }
}
