package org.rung.notices;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.rung.settings.RungSettings;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.mail.SimpleMailMessage;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.stereotype.Component;

/** The mail server that RUNG_MAIL_URL names; without one nothing is mailed. */
@Component
public class Post {
    private static final String PATIENCE = "10000";

    private final Optional<JavaMailSenderImpl> server;
    private final String from;

    @Autowired
    public Post(
            @Value("${RUNG_MAIL_URL:}") String url, @Value("${RUNG_MAIL_FROM:}") String from, RungSettings settings) {
        this.server = url.isBlank() ? Optional.empty() : Optional.of(server(URI.create(url.strip())));
        this.from = from.isBlank() ? "rung@" + settings.publicUrl().getHost() : from.strip();
    }

    public boolean ready() {
        return server.isPresent();
    }

    /** @throws org.springframework.mail.MailException when the server did not take it; its words may hold the address */
    public void send(String to, String subject, String words) {
        var mail = new SimpleMailMessage();
        mail.setFrom(from);
        mail.setTo(to);
        mail.setSubject(subject);
        mail.setText(words);
        server.orElseThrow().send(mail);
    }

    private static JavaMailSenderImpl server(URI url) {
        var secure = "smtps".equals(url.getScheme());
        if (!secure && !"smtp".equals(url.getScheme()) || url.getHost() == null) {
            // The address may hold a password: it is not repeated.
            throw new IllegalStateException("RUNG_MAIL_URL must look like smtp://user:password@mail.example.org:587");
        }
        var server = new JavaMailSenderImpl();
        server.setProtocol(url.getScheme());
        server.setHost(url.getHost());
        server.setPort(url.getPort() > 0 ? url.getPort() : secure ? 465 : 587);
        server.setDefaultEncoding(StandardCharsets.UTF_8.name());
        var choices = server.getJavaMailProperties();
        var kind = "mail." + url.getScheme() + ".";
        choices.setProperty(kind + "connectiontimeout", PATIENCE);
        choices.setProperty(kind + "timeout", PATIENCE);
        choices.setProperty(kind + "writetimeout", PATIENCE);
        choices.setProperty(kind + "ssl.checkserveridentity", "true");
        if (!secure) choices.setProperty(kind + "starttls.enable", "true");
        if (url.getRawUserInfo() != null) {
            var keys = url.getRawUserInfo().split(":", 2);
            server.setUsername(plain(keys[0]));
            if (keys.length > 1) server.setPassword(plain(keys[1]));
            choices.setProperty(kind + "auth", "true");
            // A password never leaves in the clear, but for a server beside this one.
            if (!secure && !url.getHost().matches("localhost|127\\.0\\.0\\.1|\\[::1]")) {
                choices.setProperty(kind + "starttls.required", "true");
            }
        }
        return server;
    }

    private static String plain(String part) {
        return URLDecoder.decode(part.replace("+", "%2B"), StandardCharsets.UTF_8);
    }
}
