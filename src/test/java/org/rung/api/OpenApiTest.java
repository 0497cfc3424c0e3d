package org.rung.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.rung.RungTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.web.context.WebApplicationContext;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;

@RungTest
class OpenApiTest {
    @Autowired
    WebApplicationContext house;

    @Test
    void every_operation_is_described_for_a_stranger() {
        JsonNode api = Program.of(house).withToken("").get("/v3/api-docs").ok();
        assertThat(api.at("/openapi").asString()).startsWith("3.");
        assertThat(api.at("/components/securitySchemes/token/scheme").asString())
                .isEqualTo("bearer");

        Set<String> described = new TreeSet<>();
        List<String> lacking = new ArrayList<>();
        api.get("paths")
                .properties()
                .forEach(path -> path.getValue().properties().forEach(operation -> {
                    var name = operation.getKey().toUpperCase(Locale.ROOT) + " " + path.getKey();
                    described.add(name);
                    lacking(name, operation.getValue(), lacking);
                }));
        assertThat(described).containsAll(mapped());
        assertThat(lacking).isEmpty();
    }

    @Test
    void every_reference_leads_somewhere() {
        JsonNode api = Program.of(house).withToken("").get("/v3/api-docs").ok();
        assertThat(api.findValues("$ref").stream()
                        .map(JsonNode::asString)
                        .filter(ref -> api.at(ref.substring(1)).isMissingNode()))
                .isEmpty();
        assertThat(api.at("/components/schemas/Problem/properties/detail").isMissingNode())
                .isFalse();
    }

    private static void lacking(String name, JsonNode operation, List<String> lacking) {
        if (operation.path("summary").asString().isEmpty()) lacking.add(name + ": summary");
        if (!operation.path("description").asString().contains("Needs ")) lacking.add(name + ": scope");
        if (operation.path("tags").isEmpty()) lacking.add(name + ": tag");
        for (var status : List.of("400", "401", "429")) {
            if (operation
                    .path("responses")
                    .path(status)
                    .path("content")
                    .path("application/problem+json")
                    .isMissingNode()) {
                lacking.add(name + ": " + status);
            }
        }
        for (var parameter : operation.path("parameters")) {
            if (parameter.path("description").asString().isEmpty()) {
                lacking.add(name + ": description of " + parameter.path("name").asString());
            }
        }
        if (operation.path("responses").properties().stream()
                .noneMatch(each -> each.getKey().startsWith("2"))) {
            lacking.add(name + ": what goes well");
        }
    }

    private Set<String> mapped() {
        Set<String> mapped = new TreeSet<>();
        house.getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
                .getHandlerMethods()
                .forEach((mapping, method) -> {
                    if (method.getBeanType().getPackageName().equals("org.rung.api")) {
                        mapping.getMethodsCondition()
                                .getMethods()
                                .forEach(verb ->
                                        mapping.getPatternValues().forEach(path -> mapped.add(verb + " " + path)));
                    }
                });
        assertThat(mapped).hasSizeGreaterThan(30);
        return mapped;
    }
}
