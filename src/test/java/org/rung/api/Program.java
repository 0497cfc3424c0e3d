package org.rung.api;

import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.Base64;
import java.util.EnumSet;
import java.util.Set;
import java.util.SortedMap;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.rung.accounts.ApiTokens;
import org.rung.accounts.Organizations;
import org.rung.common.Actor;
import org.rung.common.OrganizationId;
import org.rung.common.Permission;
import org.rung.common.Scopes;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Another program with a token of an organization of its own. */
final class Program {
    private static final JsonMapper JSON = JsonMapper.shared();
    private final WebApplicationContext house;
    private final MockMvc mvc;
    final OrganizationId organization;
    final String token;
    private String language = "";

    private Program(WebApplicationContext house, OrganizationId organization, String token) {
        this.house = house;
        this.mvc = MockMvcBuilders.webAppContextSetup(house)
                .apply(springSecurity())
                .build();
        this.organization = organization;
        this.token = token;
    }

    /** Of a new organization, with every scope. */
    static Program of(WebApplicationContext house) {
        var organization = house.getBean(Organizations.class)
                .found("River Valley Tenants " + UUID.randomUUID(), "US", ZoneId.of("America/Los_Angeles"), false);
        return new Program(house, organization, token(house, organization, EnumSet.allOf(Permission.class)));
    }

    /** Of the same organization, with these scopes alone. */
    Program with(Permission first, Permission... more) {
        return new Program(house, organization, token(house, organization, EnumSet.of(first, more)));
    }

    /** Asks for its answers in that language from now on. */
    Program speaks(String tag) {
        language = tag;
        return this;
    }

    Program withToken(String other) {
        return new Program(house, organization, other);
    }

    Actor.System system() {
        return new Actor.System(organization);
    }

    private static String token(WebApplicationContext house, OrganizationId organization, Set<Permission> scopes) {
        return house.getBean(ApiTokens.class)
                .make(new Actor.System(organization), "A test", new Scopes(scopes))
                .text();
    }

    Answer get(String path) {
        return call("GET", path, "", "");
    }

    Answer delete(String path) {
        return call("DELETE", path, "", "");
    }

    Answer post(String path) {
        return call("POST", path, "", "");
    }

    Answer post(String path, String json) {
        return call("POST", path, MediaType.APPLICATION_JSON_VALUE, json);
    }

    Answer put(String path, String json) {
        return call("PUT", path, MediaType.APPLICATION_JSON_VALUE, json);
    }

    /** With an Idempotency-Key. */
    Answer once(String key, String path, String contentType, String body) {
        return call("POST", path, contentType, body, key);
    }

    /** As it would come over the wire: the path with its query, escaped. */
    Answer call(String method, String path, String contentType, String body) {
        return call(method, path, contentType, body, "");
    }

    private Answer call(String method, String path, String contentType, String body, String key) {
        var request = MockMvcRequestBuilders.request(
                HttpMethod.valueOf(method), java.net.URI.create(path.startsWith("/v3") ? path : "/api/v1" + path));
        if (!token.isEmpty()) request.header("Authorization", "Bearer " + token);
        if (!key.isEmpty()) request.header("Idempotency-Key", key);
        if (!language.isEmpty()) request.header("Accept-Language", language);
        if (!contentType.isEmpty()) {
            request.contentType(contentType).content(body.getBytes(StandardCharsets.UTF_8));
        }
        try {
            return new Answer(mvc.perform(request).andReturn().getResponse());
        } catch (Exception thrown) {
            throw new AssertionError("The call was not answered but threw", thrown);
        }
    }

    /** A webhook as Twilio sends it: signed with the sender's token over the public address and the sorted form. */
    void hook(String path, SortedMap<String, String> form, String secret) {
        var signed = new StringBuilder("http://localhost:8080" + path);
        form.forEach((name, value) -> signed.append(name).append(value));
        var request = MockMvcRequestBuilders.post(path)
                .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                .content(form.entrySet().stream()
                        .map(field ->
                                field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                        .collect(Collectors.joining("&")));
        try {
            var mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA1"));
            request.header(
                    "X-Twilio-Signature",
                    Base64.getEncoder()
                            .encodeToString(mac.doFinal(signed.toString().getBytes(StandardCharsets.UTF_8))));
            var status = mvc.perform(request).andReturn().getResponse().getStatus();
            if (status >= 300) throw new AssertionError("The webhook was answered with " + status);
        } catch (Exception thrown) {
            throw new AssertionError("The webhook was not answered but threw", thrown);
        }
    }

    record Answer(MockHttpServletResponse raw) {
        int status() {
            return raw.getStatus();
        }

        String text() {
            return new String(raw.getContentAsByteArray(), StandardCharsets.UTF_8);
        }

        JsonNode json() {
            return JSON.readTree(raw.getContentAsByteArray());
        }

        String at(String pointer) {
            return json().at(pointer).asString();
        }

        /** The body, after a look that it went well. */
        JsonNode ok() {
            if (status() >= 300) throw new AssertionError(status() + ": " + text());
            return json();
        }

        String id() {
            return ok().get("id").asString();
        }
    }
}
