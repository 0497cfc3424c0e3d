package org.rung.senders.twilio;

import com.twilio.http.NetworkHttpClient;
import com.twilio.http.Request;
import com.twilio.http.Response;
import java.net.URI;
import java.util.List;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.util.Timeout;

/**
 * The SDK's client without its hidden retries: a call is one request, since a send is not idempotent. Both the SDK
 * (five times on 5xx and 429) and Apache's client below it (once on 429 and 503) would repeat by themselves.
 */
class OneRequestClient extends NetworkHttpClient {
    private static final Pattern PROVIDERS_CODE = Pattern.compile("\"code\"\\s*:\\s*[0-9]");

    private final Supplier<URI> base;

    /** {@code base} is the scheme, authority and path that take the place of Twilio's own scheme and authority. */
    OneRequestClient(Supplier<URI> base, int width, Timeout patience) {
        super(HttpClientBuilder.create()
                .disableAutomaticRetries()
                .disableRedirectHandling()
                .disableCookieManagement()
                .setConnectionManager(PoolingHttpClientConnectionManagerBuilder.create()
                        .setMaxConnTotal(width)
                        .setMaxConnPerRoute(width)
                        .setDefaultConnectionConfig(ConnectionConfig.custom()
                                .setConnectTimeout(Timeout.ofSeconds(5))
                                .setSocketTimeout(patience)
                                .setValidateAfterInactivity(Timeout.ofSeconds(1))
                                .build())
                        .build())
                .setDefaultRequestConfig(RequestConfig.custom()
                        .setConnectionRequestTimeout(Timeout.ofSeconds(10))
                        .setResponseTimeout(patience)
                        .build()));
        this.base = base;
    }

    @Override
    public Response reliableRequest(Request request) {
        return makeRequest(request);
    }

    @Override
    public Response reliableRequest(Request request, int[] retryCodes, int retries, long delayMillis) {
        return makeRequest(request);
    }

    @Override
    public Response makeRequest(Request request) {
        Response answer = super.makeRequest(toBase(request));
        return answer.getStatusCode() >= 400 && answer.getStatusCode() < 500 ? withStatus(answer) : answer;
    }

    /** Of a page that a proxy or a firewall answers with, the SDK would keep nothing, not even the status. */
    private static Response withStatus(Response refused) {
        String said = refused.getContent();
        int status = refused.getStatusCode();
        return new Response(
                said.startsWith("{") && PROVIDERS_CODE.matcher(said).find() ? said : "{\"status\":" + status + "}",
                status,
                refused.getHeaders());
    }

    private Request toBase(Request request) {
        URI asked = URI.create(request.getUrl());
        Request there = new Request(request.getMethod(), base.get() + asked.getRawPath());
        request.getPostParams().forEach((name, values) -> values.forEach(value -> there.addPostParam(name, value)));
        request.getQueryParams().forEach((name, values) -> values.forEach(value -> there.addQueryParam(name, value)));
        request.getHeaderParams().forEach((name, values) -> values.forEach(value -> there.addHeaderParam(name, value)));
        if (asked.getRawQuery() != null) {
            List.of(asked.getRawQuery().split("&")).forEach(pair -> {
                String[] parts = pair.split("=", 2);
                there.addQueryParam(Form.decode(parts[0]), parts.length > 1 ? Form.decode(parts[1]) : "");
            });
        }
        if (request.getContentType() != null) {
            there.setContentType(request.getContentType());
        }
        if (request.getUserAgentExtensions() != null) {
            there.setUserAgentExtensions(request.getUserAgentExtensions());
        }
        if (request.getAuthStrategy() != null) {
            there.setAuth(request.getAuthStrategy());
        }
        if (request.getUsername() != null) {
            there.setAuth(request.getUsername(), request.getPassword());
        }
        return there;
    }
}
