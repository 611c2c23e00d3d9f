package sulan;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Imports run one way; ARCHITECTURE.md has the picture. */
@AnalyzeClasses(packages = "sulan", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule digest_imports_nothing_of_sulan = onlyImports("digest");

    @ArchTest
    static final ArchRule tag_imports_digest = onlyImports("tag", "digest");

    @ArchTest
    static final ArchRule archive_imports_digest_and_tag = onlyImports("archive", "digest", "tag");

    @ArchTest
    static final ArchRule search_imports_archive_and_digest = onlyImports("search", "archive", "digest");

    @ArchTest
    static final ArchRule intake_imports_the_pipeline = onlyImports("intake", "digest", "tag", "archive", "search", "source");

    @ArchTest
    static final ArchRule hugging_face_imports_digest = onlyImports("source.huggingface", "digest");

    @ArchTest
    static final ArchRule web_imports_what_it_shows = onlyImports("web", "archive", "search", "digest", "tag");

    @ArchTest
    static final ArchRule there_are_no_cycles = slices().matching("sulan.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule digest_and_tag_are_plain_java = classes().that(resideInAnyPackage("sulan.digest..", "sulan.tag.."))
            .should()
            .onlyDependOnClassesThat(resideInAnyPackage("java..", "org.commonmark..", "sulan.digest..", "sulan.tag.."));

    @ArchTest
    static final ArchRule only_web_and_sources_speak_http = noClasses()
            .that(not(resideInAnyPackage("sulan.web..", "sulan.source..")))
            .should().dependOnClassesThat(resideInAnyPackage("jakarta.ws.rs.."));

    @ArchTest
    static final ArchRule only_web_has_templates = noClasses().that(not(resideInAPackage("sulan.web..")))
            .should().dependOnClassesThat(resideInAnyPackage("io.quarkus.qute.."));

    @ArchTest
    static final ArchRule only_search_knows_the_libraries_of_its_index = noClasses()
            .that(not(resideInAPackage("sulan.search.."))).should()
            .dependOnClassesThat(resideInAnyPackage("org.hibernate.search..", "org.apache.lucene.."));

    private static ArchRule onlyImports(String name, String... others) {
        List<String> allowed = new ArrayList<>(List.of("sulan." + name + ".."));
        Arrays.stream(others).map(other -> "sulan." + other + "..").forEach(allowed::add);
        return classes().that(resideInAPackage("sulan." + name + ".."))
                .should().onlyDependOnClassesThat(
                        not(resideInAPackage("sulan..")).or(resideInAnyPackage(allowed.toArray(String[]::new))));
    }
}
