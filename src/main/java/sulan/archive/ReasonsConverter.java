package sulan.archive;

import java.util.List;

import jakarta.persistence.AttributeConverter;

import org.hibernate.annotations.Immutable;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;

import sulan.tag.MergeProposal.Reason;

/** Keeps the reasons of a proposal as JSON in one column: they are few, and only ever shown with it. */
@Immutable
public class ReasonsConverter implements AttributeConverter<List<Reason>, String> {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Override
    public String convertToDatabaseColumn(List<Reason> reasons) {
        try {
            return JSON.writeValueAsString(reasons == null ? List.of() : reasons);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Reasons are records of numbers and strings", e);
        }
    }

    @Override
    public List<Reason> convertToEntityAttribute(String json) {
        try {
            return json == null ? List.of() : JSON.readValue(json, new TypeReference<List<Reason>>() {
            });
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The column of reasons was changed by another hand: " + json, e);
        }
    }
}
