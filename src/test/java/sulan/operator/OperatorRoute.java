package sulan.operator;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.AnnotationTarget;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.DotName;
import org.jboss.jandex.Index;
import org.jboss.jandex.Indexer;
import org.jboss.jandex.MethodInfo;

/** A route of the operator's. All of them are found by the annotations of the resources. */
record OperatorRoute(String method, String address) {

    private static final Path CLASSES = Path.of("target/classes/sulan/operator");
    private static final DotName PATH = DotName.createSimple("jakarta.ws.rs.Path");
    private static final List<String> METHODS = List.of("GET", "POST", "PUT", "DELETE", "PATCH");

    /** With something in place of each parameter of the path. */
    static List<OperatorRoute> all() {
        return index().getAnnotations(PATH).stream().map(AnnotationInstance::target)
                .filter(target -> target.kind() == AnnotationTarget.Kind.CLASS)
                .flatMap(target -> target.asClass().methods().stream().flatMap(method -> of(target.asClass(), method)))
                .distinct().toList();
    }

    private static Stream<OperatorRoute> of(ClassInfo resource, MethodInfo method) {
        String address = resource.declaredAnnotation(PATH).value().asString()
                + (method.hasDeclaredAnnotation(PATH) ? method.declaredAnnotation(PATH).value().asString() : "");
        String filled = address.replaceAll("\\{[^}]*date[^}]*}", "2023-09-20").replaceAll("\\{[^}]+}", "1");
        return METHODS.stream().filter(name -> method.hasDeclaredAnnotation(DotName.createSimple("jakarta.ws.rs." + name)))
                .map(name -> new OperatorRoute(name, filled));
    }

    private static Index index() {
        Indexer indexer = new Indexer();
        try (Stream<Path> files = Files.walk(CLASSES)) {
            for (Path file : files.filter(path -> path.toString().endsWith(".class")).toList()) {
                try (InputStream bytes = Files.newInputStream(file)) {
                    indexer.index(bytes);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return indexer.complete();
    }

    boolean isChange() {
        return !method.equals("GET");
    }

    boolean isLogin() {
        return address.equals("/operator/login");
    }
}
