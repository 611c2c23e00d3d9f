package sulan.archive;

import java.util.List;

import jakarta.persistence.AttributeConverter;

import org.hibernate.annotations.Immutable;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;

import sulan.digest.Diagnostic;

/** Keeps diagnostics as JSON in one column: they are few, are only ever shown, and always with what they are about. */
@Immutable
public class DiagnosticsConverter implements AttributeConverter<List<Diagnostic>, String> {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Override
    public String convertToDatabaseColumn(List<Diagnostic> diagnostics) {
        try {
            return JSON.writeValueAsString(diagnostics == null ? List.of() : diagnostics);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Diagnostics are records of numbers and strings", e);
        }
    }

    @Override
    public List<Diagnostic> convertToEntityAttribute(String json) {
        try {
            return json == null ? List.of() : JSON.readValue(json, new TypeReference<List<Diagnostic>>() {
            });
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The column of diagnostics was changed by another hand: " + json, e);
        }
    }
}
