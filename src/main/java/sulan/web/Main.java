package sulan.web;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;

/** Starts the portal. */
@QuarkusMain
public class Main {

    /**
     * Addresses are looked at by {@link AddressRoutes}, which mends those that people type; Quarkus would turn them away with
     * an empty answer before anyone sees them.
     */
    static final String UNCHECKED_ADDRESSES = "vertx.disableURIValidation";

    public static void main(String... arguments) {
        System.setProperty(UNCHECKED_ADDRESSES, "true");
        Quarkus.run(arguments);
    }
}
