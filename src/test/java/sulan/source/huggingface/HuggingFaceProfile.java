package sulan.source.huggingface;

import java.util.List;

import io.quarkus.test.junit.QuarkusTestProfile;

/** The portal with a stand-in for Hugging Face. */
public class HuggingFaceProfile implements QuarkusTestProfile {

    @Override
    public List<TestResourceEntry> testResources() {
        return List.of(new TestResourceEntry(HuggingFaceResource.class));
    }
}
