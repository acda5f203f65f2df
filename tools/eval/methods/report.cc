#include "methods/report.h"

#include <chrono>
#include <cstdio>
#include <fstream>
#include <utility>

#include "methods/rows.h"

namespace rapport::methods {
namespace {

const auto kStart = std::chrono::steady_clock::now();

std::string quoted(const std::string& text) {
  std::string out = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') out += '\\';
    out += c == '\n' ? ' ' : c;
  }
  return out + "\"";
}

std::string number(double value, int digits) {
  char text[64];
  std::snprintf(text, sizeof(text), "%.*f", digits, value);
  return text;
}

}  // namespace

Figure figure_of(Published published, Way way, Reached own, Reached all) {
  Figure out;
  out.benchmark = std::move(published.benchmark);
  out.metric = std::move(published.metric);
  out.to_beat = published.to_beat;
  out.baselines = std::move(published.baselines);
  out.best = std::move(published.best);
  out.besides = std::move(way.besides);
  out.method = std::move(way.method);
  out.features = way.features;
  out.multiply_adds = way.multiply_adds;
  out.own_dev = own.dev;
  out.own_only = own.test;
  out.dev = all.dev;
  out.value = all.test;
  return out;
}

void write_figures(const std::vector<Figure>& figures, const std::string& path) {
  if (path.empty()) return;
  std::string json = "[\n";
  for (const Figure& one : figures) {
    if (json.size() > 2) json += ",\n";
    json += "  {\"name\": " + quoted(one.benchmark + " " + one.metric) +
            ", \"value\": " + number(one.value, 2) + ", \"unit\": \"%\", \"better\": \"higher\"" +
            ", \"benchmark\": " + quoted(one.benchmark) + ", \"metric\": " + quoted(one.metric) +
            ", \"column\": " + quoted(one.column) +
            ", \"dev\": " + (one.dev > 0 ? number(one.dev, 2) : "null") +
            ", \"to_beat\": " + (one.to_beat > 0 ? number(one.to_beat, 1) : "null") +
            ", \"baselines\": " + quoted(one.baselines) + ", \"best\": " + quoted(one.best) +
            ", \"besides\": " + quoted(one.besides) +
            ", \"own_only\": " + (one.own_only > 0 ? number(one.own_only, 2) : "null") +
            ", \"own_dev\": " + (one.own_dev > 0 ? number(one.own_dev, 2) : "null") +
            ", \"features\": " + number(one.features, 0) +
            ", \"multiply_adds\": " + number(one.multiply_adds, 0) +
            ", \"method\": " + quoted(one.method) + "}";
  }
  json += "\n]\n";
  std::ofstream(path) << json;
}

void report(const std::vector<Figure>& figures, const std::string& path) {
  std::printf("%-34s %-14s %7s %7s %9s  %s\n", "benchmark", "metric", "test", "dev", "to beat",
              "published; best");
  for (const Figure& one : figures) {
    std::printf("%-34s %-14s %7.2f %7.2f %9s  %s; %s\n", one.benchmark.c_str(), one.metric.c_str(),
                one.value, one.dev, one.to_beat > 0 ? number(one.to_beat, 1).c_str() : "-",
                one.baselines.c_str(), one.best.c_str());
    if (one.own_only > 0) {
      std::printf("%-34s %-14s %7.2f   trained on its own split alone\n", "", "", one.own_only);
    }
  }
  write_figures(figures, path);
}

bool data_is_missing() {
  if (!data_folder().empty()) return false;
  std::printf("The shared data (../shared/data, or RAPPORT_DATA) is not here: nothing to judge.\n");
  return true;
}

std::string since_start() {
  const std::chrono::duration<double> passed = std::chrono::steady_clock::now() - kStart;
  return number(passed.count(), 1) + "s";
}

}  // namespace rapport::methods
