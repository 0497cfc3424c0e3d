package org.rung.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rung.RungTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.web.context.WebApplicationContext;

/** Whatever a program sends, it hears a sentence and never that something broke here. */
@RungTest
class NonsenseTest {
    private static final String ID = "0QKDP6Y8R9T3V";

    /** As they stand in JSON, with their quotes where they have some. */
    private static final List<String> NASTY = List.of(
            "null",
            "\"\"",
            "\" \"",
            "\"😀\"",
            "\"é\"",
            "\"\\u0000\"",
            "\"\\u200f\\u202e\"",
            "\"\\ud800\"",
            "\"a\\r\\nSet-Cookie: x=y\"",
            "\"<script>alert(1)</script>\"",
            "\"=cmd|' /C calc'!A0\"",
            "\"' or 1=1 -- \"",
            "\"%_!\\\\\"",
            "\"" + "x".repeat(5_000) + "\"",
            "\"" + "😀".repeat(60) + "\"",
            "-1",
            "9223372036854775808",
            "1e400",
            "[]",
            "{}",
            "[null]",
            "\"ZZZZZZZZZZZZZ\"",
            "\"" + ID.toLowerCase(java.util.Locale.ROOT) + "\"");

    /** Where each of them is put in the place of the @. */
    private static final List<String> BODIES = List.of(
            "PUT /supporters {\"source\": @, \"supporters\": [{\"firstName\": \"A\", \"phones\": [\"+15105550132\"]}]}",
            "PUT /supporters {\"source\": \"x\", \"consent\": @, \"supporters\": [{\"phones\": [\"+15105550132\"]}]}",
            "PUT /supporters {\"source\": \"x\", \"supporters\": @}",
            "PUT /supporters {\"source\": \"x\", \"supporters\": [{\"firstName\": @, \"phones\": [\"+15105550132\"]}]}",
            "PUT /supporters {\"source\": \"x\", \"supporters\": [{\"phones\": [@]}]}",
            "PUT /supporters {\"source\": \"x\", \"supporters\": [{\"phones\": [\"+15105550132\"], \"tags\": [@]}]}",
            "PUT /supporters {\"source\": \"x\", \"supporters\": [{\"phones\": [\"+15105550132\"], \"zone\": @}]}",
            "PUT /supporters {\"source\": \"x\", \"supporters\": [{\"phones\": [\"+15105550132\"], \"country\": @}]}",
            "PUT /supporters {\"source\": \"x\", \"supporters\": [{\"phones\": [\"+15105550132\"], \"language\": @}]}",
            "PUT /supporters {\"source\": \"x\", \"supporters\": [{\"phones\": [\"+15105550132\"], \"postalCode\": @}]}",
            "PUT /supporters {\"source\": \"x\", \"supporters\": [{\"phones\": [\"+15105550132\"], \"email\": @}]}",
            "PUT /supporters {\"source\": \"x\", \"supporters\": [{\"phones\": [\"+15105550132\"], \"fields\": {\"k\": @}}]}",
            "PUT /supporters {\"source\": \"x\", \"supporters\": [{\"phones\": [\"+15105550132\"], \"fields\": @}]}",
            "POST /turfs {\"name\": @, \"filter\": {\"search\": \"a\"}}",
            "POST /turfs {\"name\": \"a\", \"filter\": {\"search\": @}}",
            "POST /turfs {\"name\": \"a\", \"supporters\": [@]}",
            "POST /turfs {\"name\": \"a\", \"filter\": {\"lines\": [{\"kind\": @, \"values\": [\"x\"]}]}}",
            "POST /turfs {\"name\": \"a\", \"filter\": {\"lines\": [{\"kind\": \"tag\", \"values\": [@]}]}}",
            "POST /turfs {\"name\": \"a\", \"filter\": {\"lines\": [{\"kind\": \"list\", \"values\": [@]}]}}",
            "POST /turfs {\"name\": \"a\", \"filter\": {\"lines\": [{\"kind\": \"import\", \"values\": [@]}]}}",
            "POST /turfs {\"name\": \"a\", \"filter\": {\"lines\": [{\"kind\": \"texted\", \"values\": [@]}]}}",
            "POST /turfs {\"name\": \"a\", \"filter\": {\"lines\": [{\"kind\": \"rung\", \"key\": @, \"values\": [\"1\"]}]}}",
            "POST /turfs {\"name\": \"a\", \"filter\": {\"lines\": [{\"kind\": \"rung\", \"values\": [@]}]}}",
            "POST /turfs {\"name\": \"a\", \"filter\": {\"lines\": [{\"kind\": \"ready\", \"values\": [@]}]}}",
            "POST /turfs {\"name\": \"a\", \"filter\": {\"lines\": [{\"kind\": \"slipping\", \"values\": [@]}]}}",
            "POST /turfs {\"name\": \"a\", \"filter\": {\"lines\": [{\"kind\": \"consent\", \"values\": [@]}]}}",
            "POST /turfs {\"name\": \"a\", \"filter\": {\"lines\": [{\"kind\": \"language\", \"values\": [@]}]}}",
            "POST /turfs {\"name\": \"a\", \"filter\": {\"lines\": [{\"kind\": \"source\", \"values\": [@]}]}}",
            "POST /turfs {\"name\": \"a\", \"filter\": {\"lines\": [{\"kind\": \"acquaintance\", \"values\": [@]}]}}",
            "POST /turfs {\"name\": \"a\", \"filter\": {\"lines\": [{\"kind\": \"field\", \"key\": @, \"values\": [\"x\"]}]}}",
            "POST /turfs {\"name\": \"a\", \"filter\": {\"lines\": [{\"kind\": \"place\", \"key\": \"country\", \"values\": [@]}]}}",
            "POST /turfs {\"name\": \"a\", \"filter\": {\"lines\": [{\"kind\": \"place\", \"key\": \"postal_code\", \"values\": [@]}]}}",
            "POST /turfs {\"name\": \"a\", \"filter\": {\"lines\": [{\"kind\": \"place\", \"key\": \"city\", \"values\": [@]}]}}",
            "POST /scripts {\"name\": @, \"firstText\": \"Hi\"}",
            "POST /scripts {\"name\": \"a\", \"firstText\": @}",
            "POST /scripts {\"name\": \"a\", \"firstText\": \"Hi\", \"question\": @}",
            "POST /scripts {\"name\": \"a\", \"firstText\": \"Hi\", \"question\": {\"key\": @, \"words\": \"?\", \"answers\": []}}",
            "POST /campaigns {\"name\": @}",
            "POST /campaigns {\"name\": \"a\", \"turf\": @}",
            "POST /campaigns {\"name\": \"a\", \"script\": @}",
            "POST /campaigns {\"name\": \"a\", \"goal\": @}",
            "POST /campaigns {\"name\": \"a\", \"textingFrom\": @}",
            "POST /campaigns {\"name\": \"a\", \"firstBatch\": @}",
            "POST /campaigns {\"name\": \"a\", \"edits\": @}",
            "POST /campaigns/" + ID + "/assignments {\"texter\": @, \"count\": 1}",
            "POST /campaigns/" + ID + "/assignments {\"texter\": \"a@example.org\", \"count\": @}",
            "POST /campaigns/" + ID
                    + "/assignments {\"texter\": \"a@example.org\", \"count\": 1, \"expiresInMinutes\": @}",
            "POST /campaigns/" + ID + "/texters {\"texters\": [@]}",
            "POST /conversations/" + ID + "/messages {\"requestId\": @, \"text\": \"Hi\"}",
            "POST /conversations/" + ID + "/messages {\"requestId\": \"r\", \"text\": @}",
            "POST /conversations/" + ID + "/answers {\"question\": @, \"answer\": \"a\"}",
            "POST /conversations/" + ID + "/commitments {\"requestId\": @, \"family\": \"COME\"}",
            "POST /conversations/" + ID + "/commitments {\"requestId\": \"r\", \"family\": @}",
            "POST /conversations/" + ID + "/commitments {\"requestId\": \"r\", \"family\": \"COME\", \"day\": @}",
            "POST /actions {\"supporter\": @, \"type\": \"SIGNED\"}",
            "POST /actions {\"supporter\": \"" + ID + "\", \"type\": @}",
            "POST /actions {\"supporter\": \"" + ID + "\", \"type\": \"SIGNED\", \"onceKey\": @}",
            "POST /actions {\"supporter\": \"" + ID + "\", \"type\": \"SIGNED\", \"note\": @}",
            "POST /actions {\"supporter\": \"" + ID + "\", \"type\": \"SIGNED\", \"quantity\": @}",
            "POST /actions {\"supporter\": \"" + ID + "\", \"type\": \"SIGNED\", \"happenedAt\": @}",
            "POST /actions {\"supporter\": \"" + ID
                    + "\", \"type\": \"GAVE\", \"amount\": {\"minor\": @, \"currency\": \"USD\"}}",
            "POST /actions {\"supporter\": \"" + ID
                    + "\", \"type\": \"GAVE\", \"amount\": {\"minor\": 1, \"currency\": @}}",
            "POST /actions/" + ID + "/void {\"reason\": @}",
            "POST /commitments/" + ID + "/kept @",
            "POST /actions @");

    private static final List<String> PATHS = List.of(
            "/supporters/@",
            "/supporters?phone=@",
            "/supporters?search=@",
            "/supporters?after=@",
            "/supporters?limit=@",
            "/turfs?after=@",
            "/scripts/@",
            "/scripts?after=@",
            "/campaigns/@",
            "/campaigns?after=@",
            "/conversations?campaign=@",
            "/conversations?texter=@",
            "/conversations?state=@",
            "/conversations?after=@",
            "/conversations?state=NEEDS_RESPONSE&after=@",
            "/conversations?state=NEEDS_RESPONSE&after=" + ID + ".@",
            "/conversations/@",
            "/conversations/" + ID + "?before=@",
            "/imports/@",
            "/imports/@/rejects",
            "/imports?after=@",
            "/ladders/@",
            "/members?after=@",
            "/@",
            "/../@");

    @Autowired
    WebApplicationContext house;

    Program program;

    @BeforeEach
    void come() {
        program = Program.of(house);
    }

    @Test
    void nothing_that_a_body_may_hold_breaks_us() {
        List<String> broke = new ArrayList<>();
        for (String template : BODIES) {
            String[] parts = template.split(" ", 3);
            for (String nasty : NASTY) {
                var answer = program.call(parts[0], parts[1], "application/json", parts[2].replace("@", nasty));
                if (answer.status() >= 500) broke.add(shown(template, nasty));
            }
        }
        assertThat(broke).isEmpty();
    }

    @Test
    void nothing_that_a_path_may_hold_breaks_us() {
        List<String> broke = new ArrayList<>();
        for (String template : PATHS) {
            for (String nasty : NASTY) {
                String plain = nasty.replace("\"", "").replace("\\u0000", "\0").replace("\\u200f", "\u200f");
                String path = template.replace("@", URLEncoder.encode(plain, StandardCharsets.UTF_8));
                try {
                    if (program.get(path).status() >= 500) broke.add(shown(template, nasty));
                } catch (AssertionError thrown) {
                    // The firewall in front of the chain throws; a real server answers 400.
                    if (!String.valueOf(thrown.getCause()).contains("RequestRejected")) {
                        broke.add(shown(template, nasty) + thrown.getCause());
                    }
                }
            }
        }
        assertThat(broke).isEmpty();
    }

    private static String shown(String template, String nasty) {
        return template + " ← " + (nasty.length() > 40 ? nasty.substring(0, 40) + "…" : nasty);
    }
}
