#include "http/help/stylesheet.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>

#include "base/base64.h"
#include "base/digest.h"
#include "model/help_site.h"

namespace rapport {
namespace {

constexpr std::string_view kOurAccent = "#0f6b66";
constexpr std::string_view kLightGround = "#faf9f7";
constexpr std::string_view kDarkGround = "#1f1e1d";
constexpr std::string_view kDarkCard = "#2a2927";  // lighter than the ground: harder to read on
constexpr double kReadable = 4.6;                  // AA asks for 4.5

// 45 to 70 characters in a line, system fonts, and nothing that has to be fetched.
constexpr std::string_view kRules =
    "*{box-sizing:border-box}"
    "html{color-scheme:light dark;-webkit-text-size-adjust:100%}"
    "body{margin:0;background:var(--ground);color:var(--ink);font:1.0625rem/1.6 system-ui,"
    "-apple-system,'Segoe UI',Roboto,'Noto Sans',sans-serif;overflow-wrap:break-word}"
    "a{color:var(--accent);text-underline-offset:.15em;text-decoration-thickness:1px}"
    "a:hover{text-decoration-thickness:2px}"
    ":focus-visible{outline:3px solid var(--accent);outline-offset:2px;border-radius:2px}"
    ".skip{position:absolute;inset-inline-start:-99rem}"
    ".skip:focus{inset-inline-start:1rem;top:.5rem;padding:.5rem 1rem;background:var(--card)}"
    ".top,main,.foot{max-width:42rem;margin:0 auto;padding:0 1.25rem}"
    ".top{display:flex;flex-wrap:wrap;gap:.25rem 1.25rem;align-items:center;padding-top:1.25rem}"
    ".top .name{font-weight:650;color:inherit;text-decoration:none;margin-inline-end:auto;"
    "padding:.6rem 0}"
    ".langs ul{display:flex;flex-wrap:wrap;gap:0 1rem;list-style:none;margin:0;padding:0;"
    "font-size:.9375rem}"
    ".langs a,.crumbs a{display:inline-block;padding:.55rem 0;min-width:1.75rem}"
    ".langs [aria-current]{color:var(--ink);text-decoration:none}"
    "form{display:flex;gap:.5rem;width:100%;margin:.5rem 0 0}"
    "input,button{font:inherit;min-height:2.75rem;border-radius:.5rem;border:1px solid var(--line);"
    "padding:.4rem .9rem;background:var(--card);color:var(--ink)}"
    "input{flex:1;min-width:0}input::placeholder{color:var(--soft);opacity:1}"
    "button{cursor:pointer;border-color:var(--accent);color:var(--accent);font-weight:600}"
    "main{padding-top:1rem;padding-bottom:3rem}"
    "h1{font-size:1.9rem;line-height:1.2;margin:1rem 0 .5rem;text-wrap:balance}"
    "h2{font-size:1.3rem;line-height:1.3;margin:2.2rem 0 .5rem}"
    "h3{font-size:1.0625rem;margin:1.6rem 0 .4rem}h4,h5,h6{font-size:1rem;margin:1.4rem 0 .3rem}"
    "p,ul,ol,pre,blockquote,.wide{margin:0 0 1rem}ul,ol{padding-inline-start:1.4rem}"
    "li{margin:.2rem 0}.task{list-style:none;margin-inline-start:-1.2rem}"
    ".soft{color:var(--soft);font-size:.9375rem}"
    ".crumbs ol{display:flex;flex-wrap:wrap;list-style:none;margin:0;padding:0;font-size:.9375rem}"
    ".crumbs li{margin:0}.crumbs li+li::before{content:'/';margin:0 .5rem;color:var(--soft)}"
    ".list{list-style:none;padding:0}.list>li{margin:0;border-top:1px solid var(--line)}"
    ".list>li>a{display:block;padding:.7rem 0}.list p{margin:-.5rem 0 .8rem}"
    ".toc{border-inline-start:3px solid var(--line);padding-inline-start:1rem;margin:1.5rem 0}"
    ".toc h2{font-size:1rem;margin:0}.toc ul{list-style:none;padding:0;margin:.3rem 0 0}"
    ".toc .deeper{padding-inline-start:1.2rem}.toc a{display:inline-block;padding:.2rem 0}"
    "blockquote{border-inline-start:3px solid var(--line);padding-inline-start:1rem;"
    "margin-inline:0;color:var(--soft)}"
    "code{font-family:ui-monospace,Menlo,Consolas,monospace;font-size:.9em;background:var(--card);"
    "padding:.1em .3em;border-radius:.25em}"
    "pre{background:var(--card);padding:.9rem 1rem;border-radius:.5rem;white-space:pre-wrap}"
    "pre code{padding:0;background:none}"
    ".wide{overflow-x:auto}table{border-collapse:collapse;min-width:60%}"
    "th,td{text-align:start;vertical-align:top;padding:.45rem .8rem .45rem 0;"
    "border-bottom:1px solid var(--line)}.end{text-align:end}.middle{text-align:center}"
    "img{max-width:100%;height:auto;border-radius:.5rem}"
    "mark{background:var(--mark);color:var(--ink);border-radius:.15em}"
    "hr{border:0;border-top:1px solid var(--line);margin:2rem 0}"
    ".foot{padding-bottom:2rem}"
    "@media print{.top form,.langs,.crumbs,.toc,.skip,.also{display:none}body{background:none;"
    "color:#000;font-size:11pt}main,.top{max-width:none}a{color:inherit}"
    "main a[href^='http']::after{content:' (' attr(href) ')';font-size:.85em}"
    "h2,h3{break-after:avoid}}";

struct Rgb {
  std::array<double, 3> part{};  // 0 to 255
};

Rgb rgb_of(std::string_view colour) {
  const auto nibble = [](char c) { return c <= '9' ? c - '0' : (c | 0x20) - 'a' + 10; };
  Rgb out;
  for (std::size_t i = 0; i < 3; ++i) {
    out.part[i] = nibble(colour[1 + 2 * i]) * 16 + nibble(colour[2 + 2 * i]);
  }
  return out;
}

std::string text_of(const Rgb& colour) {
  constexpr std::string_view kDigits = "0123456789abcdef";
  std::string out = "#";
  for (const double part : colour.part) {
    const auto whole = static_cast<std::size_t>(std::lround(std::clamp(part, 0.0, 255.0)));
    out += kDigits[whole / 16];
    out += kDigits[whole % 16];
  }
  return out;
}

double luminance(std::string_view colour) {
  constexpr std::array<double, 3> kShare = {0.2126, 0.7152, 0.0722};
  const Rgb rgb = rgb_of(colour);
  double sum = 0;
  for (std::size_t i = 0; i < 3; ++i) {
    const double part = rgb.part[i] / 255;
    sum += kShare[i] * (part <= 0.04045 ? part / 12.92 : std::pow((part + 0.055) / 1.055, 2.4));
  }
  return sum;
}

// Moved towards black or white just as far as it must be.
std::string readable_on(std::string_view colour, std::string_view ground) {
  const double goal = luminance(ground) > 0.5 ? 0 : 255;
  const Rgb from = rgb_of(colour);
  for (int step = 0; step <= 20; ++step) {
    Rgb tried;
    for (std::size_t i = 0; i < 3; ++i) {
      tried.part[i] = from.part[i] + (goal - from.part[i]) * step / 20;
    }
    std::string text = text_of(tried);
    if (contrast(text, ground) >= kReadable) return text;
  }
  return text_of({{goal, goal, goal}});
}

}  // namespace

double contrast(std::string_view colour, std::string_view ground) {
  const double a = luminance(colour) + 0.05;
  const double b = luminance(ground) + 0.05;
  return std::max(a, b) / std::min(a, b);
}

Stylesheet help_stylesheet(std::string_view accent) {
  const std::string colour = colour_of(accent).value_or(std::string(kOurAccent));
  Stylesheet out;
  out.css = ":root{--ground:" + std::string(kLightGround) +
            ";--card:#fff;--ink:#242321;--soft:#63605b;--line:#dedad4;--mark:#fde9a9;--accent:" +
            readable_on(colour, kLightGround) +
            "}@media(prefers-color-scheme:dark){:root{--ground:" + std::string(kDarkGround) +
            ";--card:" + std::string(kDarkCard) +
            ";--ink:#ebe8e3;--soft:#b0aba3;--line:#413f3b;--mark:#5c4d17;--accent:" +
            readable_on(colour, kDarkCard) + "}}" + std::string(kRules);
  out.hash = "sha256-" + to_base64(sha256(out.css));
  return out;
}

}  // namespace rapport
