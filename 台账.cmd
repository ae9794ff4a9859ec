@echo off
rem Double click: starts the desk of the office and opens the browser. Asks for your account once.
chcp 65001 >nul
cd /d "%~dp0"
set "NODE=node"
if exist "node_modules\node\bin\node.exe" set "NODE=node_modules\node\bin\node.exe"
"%NODE%" scripts\ledger.ts desk --open %*
if errorlevel 1 pause
