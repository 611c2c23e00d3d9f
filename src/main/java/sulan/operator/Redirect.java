package sulan.operator;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.Response;

/**
 * Where the browser goes after a change: to a page that shows it, so that reloading that page changes nothing. What is to be
 * said of the change goes along in a cookie that the next page takes back ({@link Frame#flash}).
 */
final class Redirect {

    static final String FLASH = "sulan-flash";
    private static final int FLASH_SECONDS = 60;

    private Redirect() {
    }

    /** @param address within the portal, encoded */
    static Response to(String address) {
        return Response.seeOther(URI.create(address)).build();
    }

    /** @param message a sentence for people, shown once on the page there */
    static Response to(String address, String message) {
        String value = Base64.getUrlEncoder().withoutPadding().encodeToString(message.getBytes(StandardCharsets.UTF_8));
        NewCookie flash = new NewCookie.Builder(FLASH).value(value).path(Sessions.PATH).maxAge(FLASH_SECONDS).httpOnly(true)
                .sameSite(NewCookie.SameSite.STRICT).build();
        return Response.seeOther(URI.create(address)).cookie(flash).build();
    }
}
