package org.rung.api;

import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.servers.Server;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.rung.common.Actor;
import org.rung.common.Permission;
import org.rung.settings.RungSettings;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.method.HandlerMethod;

/** What /v3/api-docs says beside the controllers' own words: how to come in, what may go wrong, which scope is needed. */
@Configuration(proxyBeanMethods = false)
class Description {
    static {
        SpringDocUtils.getConfig().addRequestWrapperToIgnore(Actor.class, Actor.Token.class);
    }

    private static final String SCHEME = "token";
    private static final String WORDS = """
            Everything of one organization, for its other programs.

            **Coming in.** Send `Authorization: Bearer rung_…` with a token that an admin made in Settings, API tokens. \
            Each operation names the scopes that its token needs; `GET /api/v1/me` says what a token may do.

            **Ids** are text of 13 letters and digits. **Times** are ISO 8601 in UTC. **Phones** are E.164, such as \
            `+15105550132`; what you send may be written as people do, and is read in the organization's country.

            **Lists** answer `{"items": […], "next": "…"}`; hand `next` back as `?after=` until there is none.

            **Errors** are `application/problem+json` (RFC 9457) with a `detail` that a person can read; where one field \
            is at fault, `field` names it. An error means that nothing of the request was done. A thing of another \
            organization is missing, like one that never was. Fields and query parameters that we do not know are refused \
            by name.

            **Once.** `POST /imports`, `/turfs`, `/scripts` and `/campaigns` take an `Idempotency-Key`: the same key with the \
            same body again, within a day, gets the same answer and makes nothing anew; with another body it is a 409. \
            Texts have their `requestId`, actions their `onceKey`; a list of supporters may always come again.

            **Pace.** A token may call 1,000 times at once and 100 times a second from then on; then 429 says in \
            `Retry-After` how many seconds to wait. A body of JSON may have 2 MB, a list in it 1,000 items.
            """;

    @Bean
    OpenAPI rungApi(RungSettings settings) {
        return new OpenAPI()
                .info(new Info()
                        .title("Rung")
                        .version("1")
                        .description(WORDS)
                        .license(new License().name("Apache-2.0").url("https://www.apache.org/licenses/LICENSE-2.0")))
                .servers(List.of(new Server().url(settings.publicUrl().toString())))
                .addSecurityItem(new SecurityRequirement().addList(SCHEME))
                .components(new Components()
                        .addSecuritySchemes(
                                SCHEME,
                                new SecurityScheme()
                                        .type(SecurityScheme.Type.HTTP)
                                        .scheme("bearer")
                                        .description("A token of one organization, made in Settings, API tokens. Its"
                                                + " scopes are among: " + names(Permission.values()) + ".")));
    }

    @Bean
    OpenApiCustomizer problemsAreDescribed() {
        return api -> ModelConverters.getInstance()
                .read(ProblemBody.class)
                .forEach((name, schema) -> api.getComponents().addSchemas(name, schema));
    }

    @Bean
    OperationCustomizer scopesAndProblems() {
        return (operation, method) -> {
            needs(operation, method);
            var responses = operation.getResponses();
            add(operation, "401", "No token came, or one that is unknown or revoked.")
                    .addHeaderObject("WWW-Authenticate", new Header().schema(new Schema<String>().type("string")));
            add(operation, "429", "The token called too often.")
                    .addHeaderObject(
                            "Retry-After",
                            new Header().description("Seconds to wait.").schema(new IntegerSchema()));
            add(operation, "400", "A field or a query parameter cannot be taken; `field` names it.");
            if (method.hasMethodAnnotation(Needs.class))
                add(operation, "403", "The token has not the scope; `detail` names it.");
            if (Arrays.stream(method.getMethodParameters())
                    .anyMatch(parameter -> parameter.hasParameterAnnotation(RequestHeader.class))) {
                add(operation, "409", "The Idempotency-Key came before with another body.");
            }
            if (operation.getRequestBody() != null) {
                add(operation, "413", "The body is too large: 2 MB of JSON, or more than 1,000 items.");
                add(operation, "415", "The body has another content type.");
            }
            parameters(operation);
            if (operation.getParameters() != null
                    && operation.getParameters().stream().anyMatch(each -> "path".equals(each.getIn()))) {
                add(operation, "404", "This organization has no such thing.");
            }
            responses.remove("default");
            return operation;
        };
    }

    private static final Map<String, String> PARAMETERS = Map.of(
            "id", "The id, as the list or the making of it said.",
            "limit", "How many at most, 1 to 1,000.",
            "after", "Where the page starts: `next` of the page before.");

    /** The parameters that mean the same everywhere. */
    private static void parameters(Operation operation) {
        if (operation.getParameters() == null) return;
        for (var parameter : operation.getParameters()) {
            if (parameter.getDescription() == null) parameter.setDescription(PARAMETERS.get(parameter.getName()));
            if (parameter.getName().equals("id")) parameter.setExample("0QKDP6Y8R9T3V");
        }
    }

    private static void needs(Operation operation, HandlerMethod method) {
        var needs = method.getMethodAnnotation(Needs.class);
        var scopes = needs == null ? new Permission[0] : needs.value();
        var said = needs == null
                ? "Needs no scope."
                : "Needs the scope `" + names(scopes).replace(", ", "` and `") + "`.";
        operation.setDescription(
                operation.getDescription() == null ? said : operation.getDescription() + "\n\n" + said);
        operation.addExtension("x-scopes", Arrays.stream(scopes).map(Enum::name).toList());
    }

    static ApiResponse add(Operation operation, String status, String words) {
        var problem = operation.getResponses().computeIfAbsent(status, code -> new ApiResponse().description(words));
        return problem.content(new Content()
                .addMediaType(
                        "application/problem+json",
                        new MediaType().schema(new Schema<>().$ref("#/components/schemas/Problem"))));
    }

    private static String names(Permission[] permissions) {
        return Arrays.stream(permissions).map(Enum::name).collect(Collectors.joining(", "));
    }
}
