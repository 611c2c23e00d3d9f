package sulan.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.URL;
import java.util.ArrayList;
import java.util.List;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.ColorScheme;

/**
 * A reader's visit with a browser of their own. It is watched for what must never happen on any page: errors in the console,
 * violations of the content security policy, requests to other hosts. {@link #close} fails if there were any.
 */
final class Visit implements AutoCloseable {

    private final URL root;
    private final BrowserContext context;
    private final Page page;
    private final List<String> complaints = new ArrayList<>();
    private boolean failuresExpected;

    private Visit(URL root, Browser.NewContextOptions options) {
        this(root, options, "zh-CN");
    }

    private Visit(URL root, Browser.NewContextOptions options, String locale) {
        this.root = root;
        this.context = Chromium.browser().newContext(options.setLocale(locale));
        context.addInitScript("document.addEventListener('securitypolicyviolation',"
                + " e => console.error('content security policy: ' + e.violatedDirective + ' ' + e.blockedURI))");
        context.addInitScript(
                "document.addEventListener('htmx:afterSettle', () => { window.swaps = (window.swaps || 0) + 1; })");
        context.route(address -> !URI.create(address).getAuthority().equals(root.getAuthority()), route -> {
            complaints.add("request to another host: " + route.request().url());
            route.abort();
        });
        this.page = context.newPage();
        page.onConsoleMessage(this::watch);
        page.onPageError(error -> complaints.add("error of a script: " + error + " at " + page.url()));
    }

    /** With a wide screen. */
    static Visit atDesk(URL root) {
        return new Visit(root, screen(1280, 900));
    }

    /** With a phone of so many pixels in width. */
    static Visit onPhone(URL root, int width) {
        return new Visit(root, screen(width, 740).setIsMobile(true).setHasTouch(true));
    }

    /** By somebody whose browser asks for English. */
    static Visit inEnglish(URL root, int width) {
        return new Visit(root, screen(width, 900), "en-GB");
    }

    static Visit withoutJavaScript(URL root) {
        return new Visit(root, screen(1280, 900).setJavaScriptEnabled(false));
    }

    static Visit in(ColorScheme colours, int width, URL root) {
        return new Visit(root, screen(width, 900).setColorScheme(colours));
    }

    private static Browser.NewContextOptions screen(int width, int height) {
        return new Browser.NewContextOptions().setViewportSize(width, height);
    }

    private void watch(ConsoleMessage message) {
        // that a page was not found is said by the page itself; tests look at the status
        boolean harmless = message.text().contains("the server responded with")
                // htmx says so of what it takes back itself
                || message.text().matches("(?s).*htmx:(sendAbort|afterRequest).*")
                || failuresExpected && message.text()
                        .matches("(?s).*(Response Status Error|htmx:sendError|net::ERR_FAILED).*");
        if (List.of("error", "warning").contains(message.type()) && !harmless) {
            complaints.add(message.type() + " in the console: " + message.text() + " at " + page.url());
        }
    }

    /** Opens a page of the portal and waits until it is there with all that belongs to it. */
    Response open(String address) {
        Response response = page.navigate(URI.create(root.toString()).resolve(address).toString());
        page.waitForLoadState();
        return response;
    }

    /** From now on, errors that the console tells of requests that failed are what the test is about. */
    void expectFailedRequests() {
        failuresExpected = true;
    }

    /** Does something that htmx answers with a fragment, and waits until the fragment stands. */
    void swap(Runnable action) {
        int before = (int) page.evaluate("window.swaps || 0");
        action.run();
        page.waitForFunction("before => (window.swaps || 0) > before", before);
    }

    Page page() {
        return page;
    }

    /** The address that the browser shows, without host and decoded. */
    String address() {
        URI shown = URI.create(page.url());
        return shown.getPath() + (shown.getQuery() == null ? "" : "?" + shown.getQuery());
    }

    @Override
    public void close() {
        context.close();
        assertThat(complaints).isEmpty();
    }
}
