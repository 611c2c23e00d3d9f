package sulan;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.restassured.response.Response;
import sulan.operator.OperatorSession;

/** The operator of the packaged portal: the password that is made, restarts, and a backup that another portal starts on. */
class BackupIT {

    private static final Pattern PASSWORD = Pattern.compile("with the password (\\S+)");

    @TempDir
    Path home;
    @TempDir
    Path elsewhere;

    @Test
    void backup_restored_on_a_fresh_machine() throws IOException {
        String password;
        OperatorSession session;
        byte[] zip;
        String counts;
        try (Portal portal = Portal.start(home).ready()) {
            password = passwordIn(portal.log());
            session = loggedIn(portal, password);
            counts = portal.counts();
            session.get("/operator/maintenance");
            Response backup = session.post("/operator/maintenance/backup");
            assertThat(backup.statusCode()).as(backup.asString()).isEqualTo(200);
            assertThat(backup.contentType()).isEqualTo("application/zip");
            assertThat(backup.header("Content-Disposition")).matches("attachment; filename=sulan-[0-9-]+\\.zip");
            zip = backup.asByteArray();
        }
        assertThat(unpack(zip, elsewhere.resolve("data"))).containsExactlyInAnyOrder("sulan.mv.db", "README.txt");
        try (Portal restored = Portal.start(elsewhere).ready()) {
            assertThat(restored.log()).doesNotContain("with the password");
            assertThat(restored.body("/status.json")).startsWith(counts);
            assertThat(restored.status("/days/2023-09-20")).isEqualTo(200);
            loggedIn(restored, password);
        }
    }

    @Test
    void session_and_password_after_restarts() {
        String password;
        String cookie;
        try (Portal portal = startQuickly()) {
            password = passwordIn(portal.log());
            cookie = loggedIn(portal, password).cookies().get("sulan-operator");
        }
        try (Portal again = startQuickly()) {
            assertThat(again.log()).doesNotContain("with the password");
            assertThat(withCookie(again, cookie).get("/operator").statusCode()).isEqualTo(200);
        }
        try (Portal changed = startQuickly("sulan.operator.password=another one", "sulan.operator.name=wang",
                "quarkus.http.proxy.proxy-address-forwarding=true", "quarkus.http.proxy.allow-x-forwarded=true")) {
            assertThat(withCookie(changed, cookie).get("/operator").statusCode()).isEqualTo(302);
            assertThat(OperatorSession.strangerAt(changed.root()).logIn("operator", password).statusCode()).isEqualTo(401);
            assertSecureCookie(changed, "https", true);
            assertSecureCookie(changed, "http", false);
        }
    }

    private Portal startQuickly(String... settings) {
        List<String> all = new ArrayList<>(List.of(settings));
        all.add("sulan.demo=false");
        try {
            return Portal.start(home, all.toArray(String[]::new)).ready();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String passwordIn(String log) {
        Matcher found = PASSWORD.matcher(log);
        assertThat(found.find()).isTrue();
        return found.group(1);
    }

    private static OperatorSession loggedIn(Portal portal, String password) {
        OperatorSession session = OperatorSession.strangerAt(portal.root());
        assertThat(session.logIn("operator", password).statusCode()).isEqualTo(303);
        return session;
    }

    /** As it comes through a proxy that speaks to browsers by the given scheme. */
    private static void assertSecureCookie(Portal portal, String scheme, boolean secure) {
        OperatorSession session = OperatorSession.strangerAt(portal.root());
        session.get("/operator/login");
        Response answer = session.request().header("X-Forwarded-Proto", scheme)
                .contentType("application/x-www-form-urlencoded").formParam("csrf-token", session.token())
                .formParam("name", "wang").formParam("password", "another one").when().post("/operator/login");
        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(answer.getDetailedCookie("sulan-operator").isSecured()).isEqualTo(secure);
        assertThat(answer.getDetailedCookie("sulan-operator").isHttpOnly()).isTrue();
    }

    private static OperatorSession withCookie(Portal portal, String cookie) {
        OperatorSession session = OperatorSession.strangerAt(portal.root());
        session.cookies().put("sulan-operator", cookie);
        return session;
    }

    private static List<String> unpack(byte[] zip, Path folder) throws IOException {
        Files.createDirectories(folder);
        List<String> names = new ArrayList<>();
        try (ZipInputStream files = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (ZipEntry entry = files.getNextEntry(); entry != null; entry = files.getNextEntry()) {
                names.add(entry.getName());
                Files.copy(files, folder.resolve(entry.getName()));
            }
        }
        return names;
    }
}
