package sulan.web;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

import io.netty.handler.codec.http.cookie.ServerCookieDecoder;
import io.quarkus.arc.Arc;
import io.quarkus.arc.ArcContainer;
import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.MessageBundles;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;

/**
 * A language of the interface. What papers and overviews say stays as it is.
 * <p>
 * A page is in the language that its address asks for ({@code ?lang=en}), or else the reader's cookie, or else what the browser
 * accepts; if none of these says Chinese or English, it is in Chinese. Twins are the same for everybody: in Chinese, unless
 * their address asks for something else. What is done without a request is in Chinese.
 */
public enum Language {

    ZH("zh", "zh-CN", "中文"),
    EN("en", "en", "English");

    /** The name of the parameter and of the cookie. */
    static final String PARAMETER = "lang";
    private static final List<Locale> LOCALES = Arrays.stream(values()).map(Language::locale).toList();
    /** Browsers send less; what is longer is not worth a place. */
    private static final int LONGEST_ACCEPTED = 1000;
    private static final Pattern ASKED = Pattern.compile("(?:^|&)" + PARAMETER + "=([^&]*)");
    /** What was found in the values of {@code Accept-Language}: there are few, and to read one takes longer than an answer. */
    private static final Cache<String, Optional<Language>> ACCEPTED = Caffeine.newBuilder().maximumSize(500).build();
    /** Where a request keeps what was found out. */
    private static final String KNOWN = Language.class.getName();

    private final String code;
    private final String tag;
    private final String label;

    Language(String code, String tag, String label) {
        this.code = code;
        this.tag = tag;
        this.label = label;
    }

    /** The language of what the request at hand is answered with. */
    public static Language current() {
        RoutingContext request = request();
        return request != null && Errors.isTwin(request.request().path()) ? asked(request).orElse(ZH) : ofReader(request);
    }

    /** The language of whoever made the request at hand, also where a twin is asked for: in it he is told what went wrong. */
    static Language ofReader() {
        return ofReader(request());
    }

    /** The language of whoever made a request. */
    public static Language ofReader(RoutingContext request) {
        if (request == null) {
            return ZH;
        }
        Language known = request.get(KNOWN);
        if (known == null) {
            known = asked(request).orElseGet(() -> ofClient(request.request().getHeader(HttpHeaders.COOKIE),
                    request.request().getHeader(HttpHeaders.ACCEPT_LANGUAGE)));
            request.put(KNOWN, known);
        }
        return known;
    }

    /**
     * The language of whoever does not ask for one in the address.
     *
     * @param cookies the value of {@code Cookie}; {@code null} if it is not there
     * @param accepted the value of {@code Accept-Language}; {@code null} if it is not there
     */
    static Language ofClient(String cookies, String accepted) {
        return remembered(cookies).or(() -> acceptedBy(accepted)).orElse(ZH);
    }

    /** The texts of a bundle in the language at hand. */
    public static <T> T texts(Class<T> bundle) {
        return current().textsOf(bundle);
    }

    /** The texts of a bundle in this language. */
    public <T> T textsOf(Class<T> bundle) {
        return this == ZH ? MessageBundles.get(bundle) : MessageBundles.get(bundle, Localized.Literal.of(code));
    }

    /** What the address asks for. */
    static Optional<Language> asked(RoutingContext request) {
        // not by its parameters: this is asked of addresses before it is known whether they can be decoded
        String query = request.request().query();
        return query == null ? Optional.empty()
                : ASKED.matcher(query).results().flatMap(found -> named(found.group(1))).findFirst();
    }

    private static Optional<Language> remembered(String cookies) {
        return cookies == null || !cookies.contains(PARAMETER) ? Optional.empty()
                : ServerCookieDecoder.STRICT.decode(cookies).stream().filter(cookie -> cookie.name().equals(PARAMETER))
                        .flatMap(cookie -> named(cookie.value())).findFirst();
    }

    private static Optional<Language> acceptedBy(String header) {
        return header == null || header.length() > LONGEST_ACCEPTED ? Optional.empty()
                : ACCEPTED.get(header, Language::accepted);
    }

    private static Optional<Language> accepted(String header) {
        try {
            return Optional.ofNullable(Locale.lookup(Locale.LanguageRange.parse(header), LOCALES)).stream()
                    .flatMap(locale -> named(locale.getLanguage())).findFirst();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Stream<Language> named(String code) {
        return Arrays.stream(values()).filter(language -> language.code.equals(code));
    }

    /** @return {@code null} outside of a request */
    private static RoutingContext request() {
        ArcContainer container = Arc.container();
        return container == null || !container.requestContext().isActive() ? null
                : container.instance(CurrentVertxRequest.class).get().getCurrent();
    }

    /** How addresses and cookies call it: {@code zh} or {@code en}. */
    public String code() {
        return code;
    }

    Locale locale() {
        return Locale.forLanguageTag(code);
    }

    /** How HTML calls it. */
    public String tag() {
        return tag;
    }

    /** How those who read it call it. */
    public String label() {
        return label;
    }

    /** An address in this language, of what is in Chinese if nobody asks for anything else. */
    String address(String address) {
        return this == ZH ? address : address + (address.contains("?") ? "&" : "?") + PARAMETER + "=" + code;
    }

    public boolean isEnglish() {
        return this == EN;
    }

    /** Of the two names of something, the one in this language, or else the other. */
    String choose(String zh, String en) {
        return this == EN && en != null || zh == null ? en : zh;
    }
}
