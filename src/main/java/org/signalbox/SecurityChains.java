package org.signalbox;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.util.List;
import java.util.Set;
import org.signalbox.account.LoginSettings;
import org.signalbox.account.Passwords;
import org.signalbox.awork.AworkErrors;
import org.signalbox.hal.ErrorDocuments;
import org.signalbox.hal.Refusal;
import org.signalbox.rm.RmErrors;
import org.signalbox.setting.Options;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;
import org.springframework.security.web.firewall.RequestRejectedHandler;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/** Who gets in where: the API by token or session, the pages by session. */
@Configuration(proxyBeanMethods = false)
class SecurityChains {
    private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS", "TRACE");

    /** What needs no login: the form itself, what it is made of, and the probes. */
    private static final String[] OPEN = {
        "/login",
        DocsPage.PATH,
        "/error",
        ProtectedResource.PATH,
        "/health/live",
        "/health/ready",
        "/webjars/**",
        "/*.css",
        "/*.js",
        "/*.svg"
    };

    /** What the API can do is no secret, and clients are pointed to it by every answer. */
    private static final String[] DESCRIPTION = {
        "/api/v3/spec.json", "/api/v3/openapi.json", "/api/v3/spec.yml"
    };

    /** What is nobody's unless somebody is signed in. */
    private static final String[] PERSONAL = {"/api/v3/my_preferences"};

    /** Scripts, styles and pictures from here alone, nothing inline, no frames. */
    private static final String POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
                    + " font-src 'self'; connect-src 'self'; base-uri 'none'; frame-ancestors 'none'";

    /** Forms whose answer may lead to an application elsewhere. */
    private static final Set<String> SENDS_AWAY = Set.of("/login", OAuthServer.CONSENT);

    private final Passwords passwords;
    private final LoginSettings login;
    private final Options options;

    SecurityChains(Passwords passwords, LoginSettings login, Options options) {
        this.passwords = passwords;
        this.login = login;
        this.options = options;
    }

    /** What no path of ours could be; the firewall stands before all chains. */
    @Bean
    RequestRejectedHandler rejected() {
        return (request, response, reason) ->
                ErrorDocuments.write(new Refusal.BadParameter("the path"), response);
    }

    /** Watching each filter of the chain costs more than all that the filters do. */
    @Bean
    SecurityObservationSettings unobserved() {
        return SecurityObservationSettings.noObservations();
    }

    /** For programs made for Resource Management, which know a token and no more. */
    @Bean
    @Order(1)
    SecurityFilterChain resourceManagement(HttpSecurity http, BearerTokens tokens)
            throws Exception {
        return forPrograms(
                        http.securityMatcher("/rm/**"),
                        new RmAuthentication(tokens),
                        (_, response, refusal) -> RmErrors.write(refusal, response))
                .exceptionHandling(refused ->
                        refused.authenticationEntryPoint(
                                (_, response, _) -> RmAuthentication.refuse(response)))
                .build();
    }

    @Bean
    @Order(2)
    SecurityFilterChain api(HttpSecurity http, BearerTokens tokens, ApiChallenges challenges)
            throws Exception {
        return http.securityMatcher(SecurityChains::isApi)
                .addFilterBefore(
                        new SessionAuthentication(passwords), AnonymousAuthenticationFilter.class)
                .addFilterBefore(
                        new ApiAuthentication(tokens, challenges),
                        AnonymousAuthenticationFilter.class)
                .addFilterBefore(
                        new RestSwitch(
                                options,
                                this::letsStrangersIn,
                                (_, response, refusal) -> ErrorDocuments.write(refusal, response)),
                        AnonymousAuthenticationFilter.class)
                .authorizeHttpRequests(requests -> {
                    requests.requestMatchers(DESCRIPTION).permitAll();
                    requests.requestMatchers(PERSONAL).authenticated();
                    if (login.required()) {
                        requests.anyRequest().authenticated();
                    } else {
                        requests.anyRequest().permitAll();
                    }
                })
                .csrf(csrf -> csrf.requireCsrfProtectionMatcher(SecurityChains::bySession))
                .exceptionHandling(refused ->
                        refused.authenticationEntryPoint(challenges)
                                .accessDeniedHandler(challenges))
                .sessionManagement(
                        session -> session.sessionCreationPolicy(SessionCreationPolicy.NEVER))
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .build();
    }

    /** By token alone, so nothing can be forged in somebody's browser. */
    @Bean
    @Order(1)
    SecurityFilterChain awork(
            HttpSecurity http, BearerTokens tokens, AworkChallenges challenges, AworkErrors errors)
            throws Exception {
        return forPrograms(
                        http.securityMatcher("/awork/**"),
                        new ApiAuthentication(tokens, challenges),
                        (_, response, refusal) -> errors.write(refusal, response))
                .exceptionHandling(refused ->
                        refused.authenticationEntryPoint(challenges)
                                .accessDeniedHandler(challenges))
                .build();
    }

    /** Each request shows its token, and nothing is remembered of it. */
    private HttpSecurity forPrograms(
            HttpSecurity http, Filter authentication, RestSwitch.Answer answer) throws Exception {
        return http.addFilterBefore(authentication, AnonymousAuthenticationFilter.class)
                .addFilterBefore(
                        new RestSwitch(options, _ -> false, answer),
                        AnonymousAuthenticationFilter.class)
                .authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
                .csrf(AbstractHttpConfigurer::disable)
                .sessionManagement(
                        session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable);
    }

    @Bean
    @Order(3)
    SecurityFilterChain pages(HttpSecurity http, PageVisits visits) throws Exception {
        return http.addFilterBefore(
                        new SessionAuthentication(passwords), AnonymousAuthenticationFilter.class)
                .authorizeHttpRequests(requests ->
                        requests.dispatcherTypeMatchers(
                                        DispatcherType.FORWARD, DispatcherType.ERROR)
                                .permitAll()
                                .requestMatchers(OPEN)
                                .permitAll()
                                .requestMatchers("/admin/**")
                                .hasAuthority(ActorAuthentication.ADMIN)
                                .anyRequest()
                                .authenticated())
                .formLogin(login ->
                        login.loginPage("/login").successHandler(visits).failureHandler(visits))
                .logout(logout -> logout.logoutSuccessUrl("/login"))
                .exceptionHandling(refused ->
                        refused.authenticationEntryPoint(visits).accessDeniedHandler(visits))
                .requestCache(AbstractHttpConfigurer::disable)
                .headers(SecurityChains::headers)
                .build();
    }

    private static void headers(HeadersConfigurer<HttpSecurity> headers) {
        headers.addHeaderWriter((request, response) ->
                        response.setHeader(
                                "Content-Security-Policy",
                                SENDS_AWAY.contains(request.getRequestURI())
                                        ? POLICY
                                        : POLICY + "; form-action 'self'"))
                .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN));
    }

    /** The documentation of the API is a page. */
    private static boolean isApi(HttpServletRequest request) {
        String path = request.getRequestURI();
        return path.startsWith("/api/") && !path.equals(DocsPage.PATH);
    }

    /** Where one need not be known, nobody gets in but to the description. */
    private boolean letsStrangersIn(HttpServletRequest request) {
        return !login.required() && !List.of(DESCRIPTION).contains(request.getRequestURI());
    }

    /** Only a browser sends its session along without being asked; a token is sent on purpose. */
    private static boolean bySession(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        return !SAFE.contains(request.getMethod())
                && request.getHeader(HttpHeaders.AUTHORIZATION) == null
                && session != null
                && session.getAttribute(SessionAuthentication.SINCE) != null;
    }
}
