// Keeps lists, logs and charts up to date while they are looked at: the page is read again every few seconds,
// and what differs is exchanged by its id. Open rows, the focus and the place on the page stay.
(() => {
    "use strict";

    const EVERY = 4000;
    const state = document.querySelector("[data-live-state]");
    if (!state) return;

    const words = state.querySelector("[data-live-words]");
    const announcer = document.querySelector("[data-announcer]");
    const clock = moment => new Date(moment).toLocaleTimeString(document.documentElement.lang || undefined, {hour: "2-digit", minute: "2-digit"});
    let latest = Date.now();
    let timer;

    const alive = page => {
        latest = Date.now();
        const fresh = page?.querySelector("[data-live-words]");
        if (fresh) words.textContent = fresh.textContent;
        state.classList.remove("lost");
    };
    const lost = () => {
        words.textContent = words.dataset.off.replace("{0}", clock(latest));
        state.classList.add("lost");
    };

    // What a script did to a region is no difference: only what the server said is compared.
    const said = new Map();
    const token = /<input type="hidden" name="_csrf"[^>]*>/g; // differs from page to page
    const source = element => element.outerHTML.replace(token, "");
    const remember = root => {
        for (const region of root.querySelectorAll("[data-live]")) said.set(region.id, source(region));
        for (const row of root.querySelectorAll("[data-live-rows] > *")) said.set(row.id, source(row));
    };

    const pathTo = (region, element) => {
        const path = [];
        for (let at = element; at !== region; at = at.parentElement) path.unshift([...at.parentElement.children].indexOf(at));
        return path;
    };

    // Where the focus was: what is called the same, else what stands in the same place.
    const placeIn = (region, element) => {
        if (element.id) return () => document.getElementById(element.id);
        const path = pathTo(region, element);
        return fresh => path.reduce((at, place) => at?.children[place], fresh);
    };

    const exchange = (old, fresh) => {
        if (said.get(fresh.id) === source(fresh)) return;
        said.set(fresh.id, source(fresh));
        announce(old, fresh);
        const focused = old.contains(document.activeElement) ? placeIn(old, document.activeElement) : null;
        const open = [...old.querySelectorAll("details")].map(details => details.open);
        const adopted = document.adoptNode(fresh);
        [...adopted.querySelectorAll("details")].forEach((details, place) => (details.open = open[place] ?? false));
        old.replaceWith(adopted);
        globalThis.htmx?.process(adopted);
        if (focused) focused(adopted)?.focus({preventScroll: true});
    };

    const announce = (old, fresh) => {
        if (!fresh.hasAttribute("data-announce") || !announcer) return;
        const before = old.querySelector(".state")?.textContent.trim();
        const after = fresh.querySelector(".state")?.textContent.trim();
        if (after && before !== after) announcer.textContent = `${fresh.dataset.name}: ${after}`;
    };

    let held = null;
    const rows = page => {
        for (const list of document.querySelectorAll("[data-live-rows]")) {
            const fresh = page.getElementById(list.id);
            if (!fresh) continue;
            const known = new Set([...list.children].map(row => row.id));
            const added = [...fresh.children].filter(row => !known.has(row.id));
            const button = document.querySelector("[data-fresh]");
            const away = button && list.getBoundingClientRect().top < 0 && added.length > 0;
            if (away) {
                held = page;
                button.textContent = (added.length === 1 ? button.dataset.one : button.dataset.many).replace("{0}", added.length);
                button.hidden = false;
                for (const row of [...fresh.children]) {
                    const old = document.getElementById(row.id);
                    if (old) exchange(old, row);
                }
                continue;
            }
            if (button) button.hidden = true;
            merge(list, fresh);
        }
    };

    const merge = (list, fresh) => {
        const wanted = [...fresh.children];
        const ids = new Set(wanted.map(row => row.id));
        for (const row of [...list.children]) {
            const open = row.querySelector("details[open]") || row.contains(document.activeElement);
            if (!ids.has(row.id) && !open) row.remove();
        }
        let before = null;
        for (const row of wanted) {
            let here = document.getElementById(row.id);
            if (here) {
                exchange(here, row);
                here = document.getElementById(row.id);
                if (!here.contains(document.activeElement) && (before ? before.nextElementSibling : list.firstElementChild) !== here) {
                    before ? before.after(here) : list.prepend(here);
                }
            } else {
                said.set(row.id, source(row));
                here = document.adoptNode(row);
                before ? before.after(here) : list.prepend(here);
                globalThis.htmx?.process(here);
            }
            before = here;
        }
    };

    const busy = () => document.querySelector("dialog[open], details.drop[open]") || document.body.querySelector(".htmx-request");

    const read = async () => {
        try {
            const answer = await fetch(location.href, {headers: {"X-Requested-With": "XMLHttpRequest"}, cache: "no-store"});
            if (!answer.ok || answer.redirected) throw new Error(String(answer.status));
            const page = new DOMParser().parseFromString(await answer.text(), "text/html");
            if (busy()) return;
            const list = document.querySelector("[data-live-rows]");
            const now = page.querySelector("[data-live-rows]");
            if (!list !== !now) {
                document.getElementById("log")?.replaceWith(document.adoptNode(page.getElementById("log")));
            }
            rows(page);
            for (const fresh of [...page.querySelectorAll("[data-live]")]) {
                const old = document.getElementById(fresh.id);
                if (old) exchange(old, fresh);
            }
            if (page.title) document.title = page.title;
            alive(page);
        } catch {
            lost();
        }
    };

    const go = async () => {
        clearTimeout(timer);
        if (document.hidden) return;
        if (!busy()) await read();
        timer = setTimeout(go, EVERY);
    };

    document.addEventListener("click", event => {
        const button = event.target.closest("[data-fresh]");
        if (!button || !held) return;
        button.hidden = true;
        for (const list of document.querySelectorAll("[data-live-rows]")) {
            const fresh = held.getElementById(list.id);
            if (fresh) merge(list, fresh);
        }
        held = null;
        document.querySelector("[data-live-rows]")?.scrollIntoView({block: "start"});
    });
    document.addEventListener("visibilitychange", () => {
        if (!document.hidden) go();
    });
    state.hidden = false;
    remember(document);
    document.addEventListener("htmx:afterSettle", event => {
        if (!event.target.closest("[data-live-rows]")) remember(document); // what was loaded into a row is no difference
    });
    timer = setTimeout(go, EVERY);
})();
