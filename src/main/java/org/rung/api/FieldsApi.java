package org.rung.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rung.common.Actor;
import org.rung.common.Id;
import org.rung.common.Permission;
import org.rung.people.CustomField;
import org.rung.people.CustomFieldId;
import org.rung.people.CustomFields;
import org.rung.people.FieldDraft;
import org.rung.people.FieldType;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/fields")
@Tag(name = "Fields", description = "The columns that an organization added to its people")
class FieldsApi {
    private final CustomFields fields;

    FieldsApi(CustomFields fields) {
        this.fields = fields;
    }

    @GetMapping
    @Needs(Permission.SEE_PEOPLE)
    @Operation(summary = "All custom fields, by label")
    PageBody<Field> all(
            Actor.Token token,
            @RequestParam(defaultValue = Paging.USUAL) int limit,
            @RequestParam(required = false) @Nullable String after) {
        return PageBody.of(
                Paging.slice(
                        fields.all(token.organization()),
                        field -> field.customFieldId().text(),
                        Paging.wanted(limit, after)),
                rows -> rows.stream().map(Field::of).toList());
    }

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    @Needs(Permission.ADMINISTER)
    @Operation(
            summary = "Define a custom field",
            description =
                    "Values that people, imports and programs then write are checked against its type. A label whose"
                            + " key is another field's answers 409.")
    ResponseEntity<Field> define(Actor.Token token, @RequestBody Draft draft) {
        var made = fields.define(token, draft.draft());
        return ResponseEntity.created(
                        URI.create("/api/v1/fields/" + made.customFieldId().text()))
                .body(Field.of(made));
    }

    @PutMapping(path = "/{id}", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Needs(Permission.ADMINISTER)
    @Operation(
            summary = "Change a custom field's label, type or choices",
            description =
                    "All at once. Its key stays, since filters and texts name it by that. A type that people's values"
                            + " do not fit answers 400 and says how many do not.")
    Field change(Actor.Token token, @PathVariable String id, @RequestBody Draft draft) {
        var fieldId = id(id);
        fields.change(token, fieldId, draft.draft());
        return fields.all(token.organization()).stream()
                .filter(field -> field.customFieldId().equals(fieldId))
                .findFirst()
                .map(Field::of)
                .orElseThrow();
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Needs(Permission.EDIT_PEOPLE)
    @Operation(
            summary = "Retire a custom field",
            description = "With everyone's value of it, for good. Filters that name it then match nobody and say so.")
    void remove(Actor.Token token, @PathVariable String id) {
        fields.remove(token, id(id));
    }

    private static CustomFieldId id(String text) {
        return new CustomFieldId(Id.parse("id", text));
    }

    @Schema(name = "FieldDraft")
    record Draft(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "Shirt size") @Nullable
            String label,

            @Schema(description = "`TEXT` when not said.", example = "CHOICE") @Nullable
            FieldType type,

            @Schema(description = "1 to 100, for the type `CHOICE`.", example = "[\"S\", \"M\", \"L\"]") @Nullable
            List<String> choices) {

        FieldDraft draft() {
            return new FieldDraft(
                    Given.need("label", label), type == null ? FieldType.TEXT : type, Given.list("choices", choices));
        }
    }

    @Schema(name = "Field")
    record Field(
            @Schema(example = "0QKDP6Y8R9T3V") String id,

            @Schema(description = "What filters, texts and people's `fields` call it.", example = "shirt_size")
            String key,

            @Schema(example = "Shirt size") String label,
            FieldType type,

            @Schema(description = "Empty for other types than `CHOICE`.")
            List<String> choices) {

        static Field of(CustomField field) {
            return new Field(field.customFieldId().text(), field.key(), field.label(), field.type(), field.choices());
        }
    }
}
