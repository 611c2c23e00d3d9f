package sulan;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import java.lang.annotation.Annotation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.properties.CanBeAnnotated;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;

import io.quarkus.security.Authenticated;

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
    static final ArchRule language_model_imports_digest = onlyImports("source.llm", "digest");

    @ArchTest
    static final ArchRule web_imports_what_it_shows = onlyImports("web", "archive", "search", "digest", "tag");

    @ArchTest
    static final ArchRule nothing_imports_operator = noClasses().that(not(resideInAPackage("sulan.operator.."))).should()
            .dependOnClassesThat(resideInAPackage("sulan.operator.."));

    @ArchTest
    static final ArchRule there_are_no_cycles = slices().matching("sulan.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule digest_and_tag_are_plain_java = classes().that(resideInAnyPackage("sulan.digest..", "sulan.tag.."))
            .should()
            .onlyDependOnClassesThat(resideInAnyPackage("java..", "org.commonmark..", "sulan.digest..", "sulan.tag.."));

    @ArchTest
    static final ArchRule only_pages_and_sources_speak_http = noClasses()
            .that(not(resideInAnyPackage("sulan.web..", "sulan.operator..", "sulan.source.."))).should()
            .dependOnClassesThat(resideInAnyPackage("jakarta.ws.rs.."));

    @ArchTest
    static final ArchRule only_pages_have_templates = noClasses()
            .that(not(resideInAnyPackage("sulan.web..", "sulan.operator.."))).should()
            .dependOnClassesThat(resideInAnyPackage("io.quarkus.qute.."));

    @ArchTest
    static final ArchRule only_its_source_knows_the_library_of_the_language_model = noClasses()
            .that(not(resideInAPackage("sulan.source.llm.."))).should()
            .dependOnClassesThat(resideInAnyPackage("dev.langchain4j..", "io.quarkiverse.langchain4j.."));

    @ArchTest
    static final ArchRule only_search_knows_the_libraries_of_its_index = noClasses()
            .that(not(resideInAPackage("sulan.search.."))).should()
            .dependOnClassesThat(resideInAnyPackage("org.hibernate.search..", "org.apache.lucene.."));

    @ArchTest
    static final ArchRule operator_is_behind_the_login = classes().that().resideInAPackage("sulan.operator..").and()
            .areAnnotatedWith(Path.class).should().beAnnotatedWith(Authenticated.class).orShould()
            .beAnnotatedWith(PermitAll.class);

    @ArchTest
    static final ArchRule changes_are_in_the_audit_log = methods().that().areDeclaredInClassesThat()
            .resideInAPackage("sulan.operator..").and(areAnnotatedWithOneOf(POST.class, PUT.class, DELETE.class, PATCH.class))
            .should(new ArchCondition<>("note what they do") {
                @Override
                public void check(JavaMethod method, ConditionEvents events) {
                    boolean notes = method.getMethodCallsFromSelf().stream().anyMatch(
                            call -> call.getTargetOwner().getSimpleName().equals("Audit") && call.getName().equals("note"));
                    events.add(new SimpleConditionEvent(method, notes, method.getFullName()));
                }
            });

    @SafeVarargs
    private static DescribedPredicate<CanBeAnnotated> areAnnotatedWithOneOf(Class<? extends Annotation>... annotations) {
        return DescribedPredicate.or(Arrays.stream(annotations).map(CanBeAnnotated.Predicates::annotatedWith).toList());
    }

    private static ArchRule onlyImports(String name, String... others) {
        List<String> allowed = new ArrayList<>(List.of("sulan." + name + ".."));
        Arrays.stream(others).map(other -> "sulan." + other + "..").forEach(allowed::add);
        return classes().that(resideInAPackage("sulan." + name + ".."))
                .should().onlyDependOnClassesThat(
                        not(resideInAPackage("sulan..")).or(resideInAnyPackage(allowed.toArray(String[]::new))));
    }
}
