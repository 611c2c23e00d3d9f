package sulan.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Named;

import io.quarkus.qute.EngineBuilder;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;

/** The page at hand in the languages that there are, for the layout: {@code {inject:translations…}}. */
@Named
@RequestScoped
public class Translations {

    /** The page in a language, or {@code x-default}. */
    public record Translation(String code, String address) {
    }

    private final RoutingContext request;
    private final Site site;

    Translations(RoutingContext request, Site site) {
        this.request = request;
        this.site = site;
    }

    public Language language() {
        return Language.current();
    }

    /** The languages to change to; none from what was answered to a form, which has no address. */
    public List<Language> others() {
        boolean isPage = request.request().method() == HttpMethod.GET || request.request().method() == HttpMethod.HEAD;
        return !isPage ? List.of()
                : Arrays.stream(Language.values()).filter(language -> language != Language.current()).toList();
    }

    /** The page in another language, seen from itself: an address of parameters alone can lead nowhere else. */
    public String in(Language language) {
        return "?" + parameters(language.code());
    }

    /** The page in each language, and as everybody gets it first, with whole addresses as search engines want them. */
    public List<Translation> all() {
        String page = site.page();
        List<Translation> all = new ArrayList<>();
        for (Language language : Language.values()) {
            all.add(new Translation(language.code(), page + "?" + parameters(language.code())));
        }
        String others = parameters(null);
        all.add(new Translation("x-default", page + (others.isEmpty() ? "" : "?" + others)));
        return all;
    }

    /** Those of this address, but for the language. */
    private String parameters(String language) {
        String query = request.request().query();
        Stream<String> others = query == null ? Stream.empty()
                : Arrays.stream(query.split("&"))
                        .filter(part -> !part.isEmpty() && !part.matches(Language.PARAMETER + "(=.*)?"));
        return Stream.concat(others, language == null ? Stream.empty() : Stream.of(Language.PARAMETER + "=" + language))
                .collect(Collectors.joining("&"));
    }

    /** What every template and its texts are in, whoever renders it. */
    static void choose(@Observes EngineBuilder engine) {
        engine.addTemplateInstanceInitializer(template -> template.setLocale(Language.current().locale()));
    }
}
