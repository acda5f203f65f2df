# The libraries we stand on, all from Debian 12. The traps are stated where they bite.

set(THREADS_PREFER_PTHREAD_FLAG ON)
find_package(Threads REQUIRED)
find_package(PkgConfig REQUIRED)
find_package(Boost 1.81 CONFIG REQUIRED COMPONENTS headers json url)
find_package(fmt CONFIG REQUIRED)  # restinio's own file needs it found before
find_package(restinio CONFIG REQUIRED)
find_package(spdlog CONFIG REQUIRED)
find_package(simdjson CONFIG REQUIRED)
find_package(tl-expected CONFIG REQUIRED)
find_package(tomlplusplus CONFIG REQUIRED)
find_package(CLI11 CONFIG REQUIRED)
find_package(OpenSSL REQUIRED)
find_package(SQLite3 REQUIRED)
find_package(PostgreSQL REQUIRED)
find_package(CURL REQUIRED)
find_package(LibXml2 REQUIRED)
find_package(ZLIB REQUIRED)
find_package(ICU REQUIRED COMPONENTS uc i18n)
pkg_check_modules(SODIUM REQUIRED IMPORTED_TARGET libsodium)
pkg_check_modules(PSL REQUIRED IMPORTED_TARGET libpsl)
pkg_check_modules(MD4C REQUIRED IMPORTED_TARGET md4c)

# Snowball ships no CMake file, either.
find_path(STEMMER_INCLUDE libstemmer.h REQUIRED)
find_library(STEMMER_LIBRARY stemmer REQUIRED)
add_library(rapport_stemmer INTERFACE)
add_library(rapport::stemmer ALIAS rapport_stemmer)
target_include_directories(rapport_stemmer SYSTEM INTERFACE "${STEMMER_INCLUDE}")
target_link_libraries(rapport_stemmer INTERFACE "${STEMMER_LIBRARY}")

# RESTinio runs on Boost.Asio here, never on the stand-alone one.
add_library(rapport_restinio INTERFACE)
add_library(rapport::restinio ALIAS rapport_restinio)
target_link_libraries(rapport_restinio INTERFACE restinio::restinio Boost::headers OpenSSL::SSL
                      OpenSSL::Crypto Threads::Threads)
target_compile_definitions(rapport_restinio INTERFACE RESTINIO_USE_BOOST_ASIO)

# SOCI ships no CMake file.
find_path(SOCI_INCLUDE soci.h PATH_SUFFIXES soci REQUIRED)
add_library(rapport_soci INTERFACE)
add_library(rapport::soci ALIAS rapport_soci)
target_include_directories(rapport_soci SYSTEM INTERFACE "${SOCI_INCLUDE}")
target_link_libraries(rapport_soci INTERFACE soci_core soci_sqlite3 soci_postgresql
                      SQLite::SQLite3 PostgreSQL::PostgreSQL)

if(RAPPORT_TESTS)
  find_package(GTest CONFIG REQUIRED)
  find_package(rapidcheck CONFIG REQUIRED)
  include(GoogleTest)
endif()
if(RAPPORT_BENCH)
  find_package(benchmark CONFIG REQUIRED)
endif()
