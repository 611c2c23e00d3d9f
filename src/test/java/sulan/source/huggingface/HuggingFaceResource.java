package sulan.source.huggingface;

import java.util.Map;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;

/** Runs a portal against a {@link HuggingFaceStandIn}, and gives it to the tests' fields of that type. */
public class HuggingFaceResource implements QuarkusTestResourceLifecycleManager {

    private HuggingFaceStandIn standIn;

    @Override
    public Map<String, String> start() {
        standIn = HuggingFaceStandIn.start();
        return Map.of("sulan.huggingface.enabled", "true", "sulan.huggingface.url", standIn.url().toString(),
                "sulan.huggingface.thumbnails", standIn.thumbnails());
    }

    @Override
    public void inject(TestInjector injector) {
        injector.injectIntoFields(standIn, new TestInjector.MatchesType(HuggingFaceStandIn.class));
    }

    @Override
    public void stop() {
        if (standIn != null) {
            standIn.close();
        }
    }
}
